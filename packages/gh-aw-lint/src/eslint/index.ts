export type { OutcomeKind } from "./outcomes.js";
export { createLinter, type Linter, type LintMessage, type LintResult } from "./linter.js";
export type { ConfigurationRequest } from "./request.js";
