export { analyze } from "./analyze.js";
export type { Content } from "./content.js";
export type { Finding, FindingSuggestion } from "./finding.js";
export { applyFixes, lint } from "./lint.js";
export type { AnalysisAnswer, AnalysisRequest, SlotReport } from "./messages.js";
export type { Slot, SlotText } from "./slots.js";
export { rules, type RuleInfo } from "./rules.js";
