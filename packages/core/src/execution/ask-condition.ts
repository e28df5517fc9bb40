import { answerTo, ask, equalText, noteEqualText, type ShellState } from "../shell/index.js";
import { conditionQuestion, type Contexts } from "../workflow/expressions/index.js";
import type { Step } from "../workflow/index.js";

/**
 * Whether a step with an unknown condition runs; one way takes each answer. Conditions that ask the same, or the opposite,
 * get the same answer on one way, and a value equals only one of the texts that conditions compare it with.
 */
export function askCondition(state: ShellState, { condition = "", span }: Step, contexts: Contexts): boolean {
  const question = conditionQuestion(condition, contexts);
  const id = question?.id ?? `if ${condition}`;
  const isNegated = question?.isNegated === true;
  const { compared } = question ?? {};
  if (compared) {
    const found = equalText(state, compared.id);
    if (found !== undefined) return (found === compared.text) !== isNegated;
    const possible = compared.possible?.filter((text) => answerTo(state, `${compared.id}${text}`) !== false);
    if (possible?.length === 1) return possible.includes(compared.text) !== isNegated;
  }
  const answer = ask(state, id, !isNegated, {
    id,
    label: condition,
    what: condition === "" ? "a chain of conditions" : `\`if: ${condition.trim()}\``,
    origin: { start: span.start, end: span.start },
  });
  if (compared && answer) noteEqualText(state, compared.id, compared.text);
  return answer !== isNegated;
}
