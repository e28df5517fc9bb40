import {
  answerTo,
  ask,
  assumeSuccess,
  equalText,
  noteEqualText,
  type ShellState,
  type Unknown,
} from "../shell/index.js";
import {
  asksForStatus,
  type ConditionParts,
  type ConditionQuestion,
  type Contexts,
  evaluateExpression,
  readCondition,
  type ReadCondition,
  soleExpression,
  truthOf,
} from "../workflow/expressions/index.js";
import type { Job, Step } from "../workflow/index.js";

/**
 * Whether a step with an unknown condition runs; one way takes each answer. Conditions that ask the same, or the opposite,
 * get the same answer on one way, and a value equals only one of the texts that conditions compare it with.
 */
export function askCondition(state: ShellState, { condition = "", span }: Step, contexts: Contexts): boolean {
  const read = readCondition(condition, contexts);
  const whole = { id: `if ${condition}`, isNegated: false, compared: undefined };
  return holds(state, read ?? { kind: "question", question: whole }, {
    label: condition,
    what: condition === "" ? "a chain of conditions" : `\`if: ${condition.trim()}\``,
    origin: { start: span.start, end: span.start },
  });
}

/** Whether the job goes on after a step that failed; if its expression is not known, one way takes each answer. */
export function continuesOnError(
  state: ShellState,
  { continueOnError = "false", span }: Step,
  contexts: Contexts,
): boolean {
  const source = soleExpression(continueOnError.trim());
  const truth = source === undefined ? undefined : truthOf(evaluateExpression(source, contexts));
  const id = `continue-on-error ${continueOnError}`;
  const what = `\`continue-on-error: ${continueOnError.trim()}\``;
  const origin = { start: span.start, end: span.start };
  return truth ?? ask(state, id, true, { id, label: continueOnError, what, origin });
}

/** Where a condition is written. */
type About = Omit<Unknown, "id">;

function holds(state: ShellState, condition: ReadCondition, about: About): boolean {
  switch (condition.kind) {
    case "known":
      return condition.truth;
    case "every":
    case "some":
      return areMet(state, condition, about);
    case "question":
      return isAnswered(state, condition.question, about);
  }
}

/** Also records the answer of the whole: it may remain where ways join that differ in those of the parts. */
function areMet(state: ShellState, { kind, parts, id, isNegated }: ConditionParts, about: About): boolean {
  const known = answerTo(state, id);
  if (known !== undefined) return known !== isNegated;
  const isMet = (part: ReadCondition): boolean => holds(state, part, about);
  const result = kind === "every" ? parts.every(isMet) : parts.some(isMet);
  assumeSuccess(state, { ...about, id: result === isNegated ? `! ${id}` : id });
  return result;
}

function isAnswered(
  state: ShellState,
  { id, isNegated, compared }: ConditionQuestion,
  about: About,
): boolean {
  if (compared) {
    const found = equalText(state, compared.id);
    if (found !== undefined) return (found === compared.text) !== isNegated;
    const possible = compared.possible?.filter((text) => answerTo(state, `${compared.id}${text}`) !== false);
    if (possible?.length === 1) return possible.includes(compared.text) !== isNegated;
  }
  const answer = ask(state, id, !isNegated, { ...about, id });
  if (compared && answer) noteEqualText(state, compared.id, compared.text);
  return answer !== isNegated;
}

/** Records what follows from the condition of a job whose steps run. */
export function assumeCondition(
  state: ShellState,
  { condition = "", idSpan }: Job,
  contexts: Contexts,
): void {
  const read = condition === "" ? undefined : readCondition(condition, contexts);
  const about = { label: condition, what: `\`if: ${condition.trim()}\``, origin: idSpan };
  if (read) assume(state, read, about, asksForStatus(condition));
}

/** `hasStatus`: the whole asks for the status of other jobs, where the same condition of a step asks for that of steps. */
function assume(state: ShellState, condition: ReadCondition, about: About, hasStatus: boolean): void {
  if (condition.kind === "every") for (const part of condition.parts) assume(state, part, about, hasStatus);
  if (condition.kind === "known" || (condition.kind !== "question" && hasStatus)) return;
  const { id, isNegated } = condition.kind === "question" ? condition.question : condition;
  assumeSuccess(state, { ...about, id: isNegated ? `! ${id}` : id });
  const compared = condition.kind === "question" ? condition.question.compared : undefined;
  if (compared && !isNegated) noteEqualText(state, compared.id, compared.text);
}
