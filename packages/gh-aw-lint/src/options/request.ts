import type { ConfigurationRequest } from "../eslint/index.js";
import type { Format } from "../formats/index.js";
import type { SuppressionsRequest } from "../suppressions/index.js";
import type { Shell } from "./completion.js";

/** What the user wants. */
export type Request =
  | ({ readonly kind: "lint" } & LintRequest)
  | { readonly kind: "explain"; readonly rule: string }
  | ({ readonly kind: "explainRun" } & ExplainRunRequest)
  | ({ readonly kind: "explainLog" } & ExplainLogRequest)
  | { readonly kind: "completion"; readonly shell: Shell }
  /** The parser has already answered: help, a version, or what is wrong with the arguments. */
  | { readonly kind: "answered"; readonly status: number };

export interface ExplainRunRequest extends ConfigurationRequest {
  /** A lock file. */
  readonly file: string;
}

export interface ExplainLogRequest extends ConfigurationRequest {
  /** A file, or `-` for standard input. */
  readonly log: string;
  /** Where the lock files are; none: in `.github/workflows`. */
  readonly paths: readonly string[];
}

export interface LintRequest extends ConfigurationRequest {
  /** Files, folders and patterns; none: those of `.github/workflows`. */
  readonly paths: readonly string[];
  /** The file that standard input is to be taken for. */
  readonly stdinFilename: string | undefined;
  /** Whether what can be fixed is written to the files. */
  readonly fix: boolean;
  /** Whether what is written later is linted, too. */
  readonly watch: boolean;
  /** Whether what can be fixed is only shown. */
  readonly diff: boolean;
  /** Whether the Markdown that lock files are compiled from is looked at, too, and with `fix` changed with them. */
  readonly sources: boolean;
  /** `undefined`: what suits standard output. */
  readonly format: Format | undefined;
  readonly suppressions: SuppressionsRequest;
  /** A file to which the findings are added as Markdown. */
  readonly summary: string | undefined;
  /** More warnings than that make the run fail. */
  readonly maxWarnings: number | undefined;
  /** Whether nothing but errors is printed. */
  readonly quiet: boolean;
  /** Whether it also says what nobody needs who does not ask why, such as which configuration it took. */
  readonly verbose: boolean;
}
