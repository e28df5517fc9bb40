import type { Answer } from "./codex-run.js";
import type { FoundStart } from "./container.js";

/** What was answered on the way to a start of Codex. */
export function answersOf({ call: { state } }: FoundStart): readonly Answer[] {
  return state.facts.keys().flatMap((question) => {
    const answer = state.facts.get(question);
    if (answer !== "yes" && answer !== "no") return [];
    return [{ question, isYes: answer === "yes", about: state.unknowns.get(question) }];
  });
}
