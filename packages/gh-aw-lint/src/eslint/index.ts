export { configurations, type Configuration } from "./configuration.js";
export { createLinter, type Linter, type LintMessage, type LintResult } from "./linter.js";
