export { lint, lintRule, type LintMessage, type LintOptions, type LintedFile } from "./lint.js";
