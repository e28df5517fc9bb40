import type { AssembledConfig, Gap } from "../faults/index.js";
import type { ArgumentText } from "../runs/index.js";
import { fillIn, type Guess, soleUnknown, type Unknown } from "../shell/index.js";

/** The assumed values of unknowns, by id. */
export type Assignment = ReadonlyMap<string, string>;

/** An assignment without values. */
export const NOTHING: Assignment = new Map();

/** A text with unknown parts. */
export interface PartialText {
  readonly text: string;
  readonly guesses: readonly Guess[];
}

/** Both assignments; values of `after` take precedence. */
export function merge(before: Assignment, after: Assignment): Assignment {
  return new Map([...before, ...after]);
}

/** Assigns the same value to each unknown of a text. */
export function assignAll({ guesses }: PartialText, value: string): Assignment {
  return new Map(guesses.map(({ unknown }) => [unknown.id, value]));
}

/** The values of a text's unknowns with which the text equals `wanted`; `undefined` if there are none. */
export function solve({ text, guesses }: PartialText, wanted: string): Assignment | undefined {
  let pattern = "";
  let position = 0;
  for (const { start, end } of guesses) {
    pattern += `${escaped(text.slice(position, start))}(.*)`;
    position = end;
  }
  const match = new RegExp(`^${pattern}${escaped(text.slice(position))}$`, "s").exec(wanted);
  if (!match) return undefined;
  const found = new Map<string, string>();
  for (const [index, { unknown }] of guesses.entries()) {
    const value = match[index + 1] ?? "";
    if ((found.get(unknown.id) ?? value) !== value) return undefined;
    found.set(unknown.id, value);
  }
  return found;
}

/** The assignments with which a text equals one of the `wanted` texts. */
export function solutions(text: PartialText, wanted: readonly string[]): readonly Assignment[] {
  return wanted.flatMap((one) => solve(text, one) ?? []);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** The part `[start, end)` of a text; the offsets of its guesses count from `start`. */
export function slicePartial({ text, guesses }: PartialText, start: number, end: number): PartialText {
  return {
    text: text.slice(start, end),
    guesses: guesses
      .filter((guess) => guess.start >= start && guess.end <= end)
      .map((guess) => ({ ...guess, start: guess.start - start, end: guess.end - start })),
  };
}

/** The text of config.toml with an assignment. Gaps without a value stay empty. */
export function configTextWith(
  { text: { text }, guesses, gaps }: AssembledConfig,
  values: Assignment,
): string {
  if (values.size === 0) return text;
  const changes = [
    ...guesses.map(({ start, end, unknown }) => ({ start, end, value: values.get(unknown.id) })),
    ...gaps.map(({ offset, unknown }) => ({ start: offset, end: offset, value: values.get(gapId(unknown)) })),
  ].sort((left, right) => left.start - right.start);
  let result = "";
  let position = 0;
  for (const { start, end, value } of changes) {
    if (value === undefined) continue;
    result += text.slice(position, start) + value;
    position = end;
  }
  return result + text.slice(position);
}

/** The id of a gap in an assignment. It differs from the id of the same program's output inside a text. */
export function gapId({ id }: Gap["unknown"]): string {
  return `gap ${id}`;
}

/** The words of a command line with an assignment. Unknowns without a value are spelled as in the file. */
export function wordsWith(words: readonly ArgumentText[], values: Assignment): readonly string[] {
  return words.flatMap(({ text, maySplit }) => {
    const whole = maySplit ? soleUnknown(text) : undefined;
    const several = whole && values.get(wordsId(whole));
    if (several !== undefined) return several.split(" ");
    return [fillIn(text, ({ id, label }) => values.get(id) ?? label)];
  });
}

/** The id, in an assignment, of an unknown that the shell splits into words. */
export function wordsId({ id }: Unknown): string {
  return `words ${id}`;
}
