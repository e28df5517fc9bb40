export type { MessageId, RuleId } from "./message-ids.js";
export { fillIn, type MessageData, messageOf, messageTemplates, problemOf, remedyOf } from "./message.js";
export { type NoFixReason, noFixReasons } from "./no-fix-reasons.js";
export { isRuleId, ruleIds, type RuleInfo, ruleInfos, type Severity, severityOf } from "./rules.js";
export { lasting } from "./sentences.js";
