/** Which configuration the user wants. */
export interface ConfigurationRequest {
  /** A file that holds one; `undefined`: what the repository has; `false`: none of its own. */
  readonly config: string | false | undefined;
  /** Whether every rule is on, whatever the configuration says. */
  readonly strict: boolean;
  /** What the command line says of single rules, as in `codex-websocket-401: off`. */
  readonly rules: readonly string[];
  /** Files that are not linted, as in `.gitignore`. */
  readonly ignorePatterns: readonly string[];
}
