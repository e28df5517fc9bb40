import type { ConfigurationRequest } from "../eslint/index.js";
import type { Format } from "../formats/index.js";
import type { SuppressionsRequest } from "../suppressions/index.js";
import type { Shell } from "./completion.js";
import type { ExitCode } from "../exit-codes.js";

/** What the user asks the command to do. */
export type Request =
  | ({ readonly kind: "lint" } & LintRequest)
  | { readonly kind: "explain"; readonly rule: string }
  | ({ readonly kind: "explainRun" } & ExplainRunRequest)
  | ({ readonly kind: "explainLog" } & ExplainLogRequest)
  | { readonly kind: "completion"; readonly shell: Shell }
  /** The parser has already printed the answer: help, the version, or a usage error. */
  | { readonly kind: "answered"; readonly status: ExitCode };

/** `--explain-run` */
export interface ExplainRunRequest extends ConfigurationRequest {
  /** A lock file. */
  readonly file: string;
}

/** `--explain-log` */
export interface ExplainLogRequest extends ConfigurationRequest {
  /** A file, or `-` for standard input. */
  readonly log: string;
  /** Where to find lock files; empty: in `.github/workflows`. */
  readonly paths: readonly string[];
}

/** Linting, with or without fixes. */
export interface LintRequest extends ConfigurationRequest {
  /** Files, folders and patterns; empty: the lock files in `.github/workflows`. */
  readonly paths: readonly string[];
  /** The file name for standard input. */
  readonly stdinFilename: string | undefined;
  /** Whether fixes are written to the files. */
  readonly fix: boolean;
  /** Whether files are linted again when they change. */
  readonly watch: boolean;
  /** Whether fixes are only shown. */
  readonly diff: boolean;
  /** Whether the Markdown sources are linted, too, and with `fix` changed together with their lock files. */
  readonly sources: boolean;
  /** `undefined`: depends on standard output. */
  readonly format: Format | undefined;
  readonly suppressions: SuppressionsRequest;
  /** A file to which the findings are appended as Markdown. */
  readonly summary: string | undefined;
  /** With more warnings, the command fails. */
  readonly maxWarnings: number | undefined;
  /** Whether findings leave the exit code 0. */
  readonly exitZero: boolean;
  /** Whether only errors are printed. */
  readonly quiet: boolean;
  /** Whether details are printed, such as which configuration is used. */
  readonly verbose: boolean;
}
