export type { OutcomeKind } from "./outcomes.js";
export { createLinter } from "./create-linter.js";
export type { Linter, LintMessage, LintResult } from "./linter.js";
export type { ConfigurationRequest } from "./request.js";
