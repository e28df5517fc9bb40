import type { ESLint } from "eslint";
import type { Instances } from "./instances.js";

/** A file that sets which rules are on, and their options. */
export interface ConfigurationFile {
  /** As the user knows it. */
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  /** Options that make ESLint use it for files below `cwd`, the base of its patterns. */
  readonly options: ESLint.Options & { readonly cwd: string };
  /** ESLint with these options. */
  readonly plain: Instances;
}
