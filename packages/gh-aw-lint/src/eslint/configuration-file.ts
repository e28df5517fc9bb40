import type { ESLint } from "eslint";

/** A file that says which rules are on, and with which options. */
export interface ConfigurationFile {
  /** As the user knows it. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** How ESLint comes to use it: for files below `cwd`, where its patterns start. */
  readonly options: ESLint.Options & { readonly cwd: string };
}
