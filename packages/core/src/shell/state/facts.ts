import { boundedId } from "../values/bounded-names.js";
import {
  emptinessOf,
  signatureOf,
  soleUnknown,
  textValue,
  type Unknown,
  type Value,
} from "../values/value.js";
import type { ShellState } from "./shell-state.js";

/**
 * Answers a question about an unknown value: yes on one way, no on another, and always the same on one way. `first` is
 * the answer on the first way, `about` the value that it depends on.
 */
export function ask(state: ShellState, question: string, first: boolean, about: Unknown): boolean {
  const known = answerTo(state, question);
  if (known !== undefined) return known;
  state.unknowns.set(boundedId(question), about);
  const answer = (state.ways.choose(2, about) === 0) === first;
  state.facts.set(boundedId(question), answer ? "yes" : "no");
  return answer;
}

/** Whether a command with an unknown status succeeds. An id `! X` has the opposite answer of `X`. */
export function askStatus(state: ShellState, status: Unknown): boolean {
  const { id } = status;
  return id.startsWith("! ") ? !ask(state, id.slice(2), false, status) : ask(state, id, true, status);
}

/** Whether a command with an unknown status is known to have succeeded, or to have failed, on this way. */
export function answeredStatus(state: ShellState, { id }: Unknown): boolean | undefined {
  const isOpposite = id.startsWith("! ");
  const known = answerTo(state, isOpposite ? id.slice(2) : id);
  return known === undefined ? undefined : known !== isOpposite;
}

/** The status of a command that has surely failed, with a number that is not known. */
export function unknownFailure(state: ShellState, status: Unknown): Unknown {
  state.facts.set(boundedId(status.id), "no");
  return status;
}

/** Assumes that a command succeeds, unless it is known to have failed: the script goes on only then. */
export function assumeSuccess(state: ShellState, { id, ...status }: Unknown): boolean {
  const isOpposite = id.startsWith("! ");
  const question = isOpposite ? id.slice(2) : id;
  const known = answeredStatus(state, { id, ...status });
  if (known !== undefined) return known;
  state.unknowns.set(boundedId(question), { id, ...status });
  state.facts.set(boundedId(question), isOpposite ? "no" : "yes");
  return true;
}

/** The answer that was given before on this way, if any. */
export function answerTo(state: ShellState, question: string): boolean | undefined {
  const known = state.facts.get(boundedId(question));
  return known === undefined ? undefined : known === "yes";
}

/** Whether a value is empty on this way; `undefined` if that is not known. */
export function emptiness(state: ShellState, value: Value): boolean | undefined {
  return emptinessOf(value) ?? answerTo(state, emptinessQuestion(value));
}

/** The question whether a value is empty. */
export function emptinessQuestion(value: Value): string {
  return `empty ${signatureOf(value)}`;
}

/** Whether a value is empty; asks if that is not known, with `first` as the answer on the first way. */
export function isEmpty(state: ShellState, value: Value, first: boolean): boolean {
  const [guess] = value.guesses;
  const known = emptinessOf(value);
  return known ?? (guess !== undefined && ask(state, emptinessQuestion(value), first, guess.unknown));
}

/** A value with the facts about it on this way applied. */
export function withFacts(state: ShellState, value: Value): Value {
  const unknown = soleUnknown(value);
  if (!unknown) return value;
  const text = state.facts.get(`is ${unknown.id}`);
  if (text !== undefined) return textValue(text, unknown.origin);
  return answerTo(state, emptinessQuestion(value)) === true ? textValue("", unknown.origin) : value;
}

/** Whether a fact is not an answer itself, but follows from one: the text that a value equals. */
export function isDerivedFact(key: string): boolean {
  return /^(?:is|equal) /.test(key);
}

/** Records that an unknown value equals a text. */
export function noteText(state: ShellState, value: Value, text: string): void {
  const unknown = soleUnknown(value);
  if (unknown) state.facts.set(`is ${unknown.id}`, text);
}

/** The text that a value was found to equal on this way; `id` names the value. */
export function equalText(state: ShellState, id: string): string | undefined {
  return state.facts.get(`equal ${boundedId(id)}`);
}

/** Records that a value equals a text; `id` names the value. */
export function noteEqualText(state: ShellState, id: string, text: string): void {
  state.facts.set(`equal ${boundedId(id)}`, text);
}
