export { asksForStatus, evaluateCondition, soleExpression } from "./condition.js";
export { type Contexts, evaluateExpression } from "./evaluate.js";
export {
  type ConditionParts,
  type ConditionQuestion,
  readCondition,
  type ReadCondition,
} from "./question.js";
export { hasExpressions, substituteScript, substituteText } from "./substitute.js";
export {
  type ObjectValue,
  type PartialText,
  type UnknownValue,
  type Value,
  choice,
  known,
  partsOf,
  text,
  truthOf,
  unknown,
} from "./value.js";
