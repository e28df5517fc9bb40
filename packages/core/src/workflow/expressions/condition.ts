import { evaluateExpression, type Contexts } from "./evaluate.js";
import { findSubstitutions, substituteText } from "./substitute.js";
import { truthOf, type Value } from "./value.js";

/**
 * Whether `if` lets a step or a job run; `undefined` if that is not known. A condition without a status function also
 * requires `success()`; an empty one requires only that.
 */
export function evaluateCondition(condition: string | undefined, contexts: Contexts): boolean | undefined {
  const written = writtenCondition(condition ?? "");
  const succeeds = asksForStatus(written) ? true : truthOf(contexts.status("success"));
  if (written === "" || succeeds === false) return succeeds;
  const truth = truthOf(evaluateWritten(written, contexts));
  return truth === true ? succeeds : truth;
}

/**
 * A condition without the blanks that GitHub ignores: those around an expression. Around `${{ }}`, they make it a text, as the
 * line break of `if: |` does (github/docs#6508).
 */
export function writtenCondition(condition: string): string {
  const trimmed = condition.trim();
  return trimmed.includes("${{") ? condition : trimmed;
}

/**
 * `if` is an expression with or without `${{ }}` around it. With several `${{ }}`, or text around one, it is a text,
 * which counts as true unless it is empty.
 */
function evaluateWritten(written: string, contexts: Contexts): Value {
  const source = soleExpression(written);
  return source === undefined ? substituteText(written, contexts) : evaluateExpression(source, contexts);
}

/** The expression that a condition consists of; `undefined` if it is a text. */
export function soleExpression(written: string): string | undefined {
  const [first, ...others] = findSubstitutions(written);
  if (!first) return written;
  return others.length === 0 && first.start === 0 && first.end === written.length ? first.source : undefined;
}

const STATUS_FUNCTION = /\b(?:always|cancelled|failure|success)\s*\(/i;

/** Whether a status function is called, not merely named in a string. */
export function asksForStatus(written: string): boolean {
  return STATUS_FUNCTION.test(written) && STATUS_FUNCTION.test(written.replace(/'(?:[^']|'')*'/g, "''"));
}
