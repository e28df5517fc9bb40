export { analyze } from "./analyze.js";
export type { Finding, FindingSuggestion } from "./finding.js";
export { lint, mend } from "./lint.js";
export type { AnalysisAnswer, AnalysisRequest } from "./messages.js";
export { rules, type RuleInfo } from "./rules.js";
