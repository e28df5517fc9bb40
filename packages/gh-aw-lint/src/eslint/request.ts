/** Which configuration the user wants. */
export interface ConfigurationRequest {
  /** A configuration file; `undefined`: the repository's; `false`: none. */
  readonly config: string | false | undefined;
  /** Whether all rules are on, whatever the configuration. */
  readonly strict: boolean;
  /** Rule settings of the command line, such as `codex-websocket-401: off`. */
  readonly rules: readonly string[];
  /** Files that are not linted, as in `.gitignore`. */
  readonly ignorePatterns: readonly string[];
}
