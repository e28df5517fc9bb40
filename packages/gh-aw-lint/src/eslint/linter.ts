import type { ESLint } from "eslint";
import type { ConfigurationFile } from "./configuration-file.js";
import type { OutcomeKind } from "./outcomes.js";

/** ESLint's result for a file. */
export type LintResult = ESLint.LintResult;

/** One finding in it. */
export type LintMessage = LintResult["messages"][number];

/** Lints one file after the other; writes nothing. */
export interface Linter {
  /** Where the rules come from, for people. */
  readonly configuration: string;
  /** The address that counts as the proxy's, if the configuration has one. */
  readonly baseUrl: string | undefined;
  /** The outcome of each Codex run in a file; fastest for the file that was linted last. */
  readonly outcomes: (text: string) => readonly OutcomeKind[];
  /** The findings in a file (an absolute path); `undefined` if it is ignored. */
  readonly lint: (file: string, text: string) => Promise<LintResult | undefined>;
  /** The findings that remain after all fixes; `output` is the fixed text. */
  readonly fix: (file: string, text: string) => Promise<LintResult | undefined>;
}

/** A configuration as messages name it. */
export function nameOf(configuration: ConfigurationFile | undefined): string {
  return configuration ? `\`${configuration.name}\`` : "`recommended`";
}
