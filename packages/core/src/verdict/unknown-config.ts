import type { AssembledConfig, DiagnoseOptions, UnknownCause } from "../faults/index.js";
import type { Guess, Unknown } from "../shell/index.js";
import { lineFeedAfter, lineStart, type Span } from "../text/index.js";
import { findAllKeys, type LocatedKey } from "../toml/index.js";
import { type Assignment, gapId, type PartialText, slicePartial, solutions } from "./assignment.js";
import { type Defined, keyTexts, linesTexts } from "./possible-texts.js";
import { partOfValue, type UnknownPart, type UnknownValue } from "./unknown-part.js";

/** The unknown parts of config.toml. */
export function unknownPartsOfConfig(
  config: AssembledConfig,
  defined: Defined,
  options: DiagnoseOptions,
): readonly UnknownPart[] {
  const gaps = config.gaps.map(({ unknown, isElsewhere }): UnknownPart => ({
    cause: { kind: isElsewhere ? "undeterminedValue" : "undeterminedFile", unknown },
    possible: linesTexts(defined).map((text) => new Map([[gapId(unknown), text]])),
    value: undefined,
  }));
  if (config.guesses.length === 0) return gaps;
  const whole: PartialText = { text: config.text.text, guesses: config.guesses };
  const lines = wholeLines(config);
  const keys = findAllKeys(knownLines(config));
  const parts = config.guesses.flatMap((guess, index): readonly UnknownPart[] => {
    const { unknown } = guess;
    const cause: UnknownCause = { kind: "undeterminedValue", unknown };
    if (lines.includes(guess)) {
      const possible = linesTexts(defined).map((text) => new Map([[unknown.id, text]]));
      return [{ cause, possible, value: undefined }];
    }
    const key = keys.findLast(({ expression }) => contains(expression, guess));
    if (!key) return partOfHeader(whole, guess, index, defined);
    if (contains(key.key, guess)) {
      const name = slicePartial(whole, key.key.start, key.key.end);
      return [
        {
          cause,
          possible: [placeholder(unknown, index), ...solutions(name, keyTexts(defined))],
          value: undefined,
        },
      ];
    }
    const value = valueOfKey(whole, key);
    return value ? [partOfValue(unknown, value, defined, options)] : [];
  });
  return [...gaps, ...parts];
}

/** Assigns a unique name: unknown names are assumed to differ. */
function placeholder({ id }: Unknown, index: number): Assignment {
  return new Map([[id, `unknown-${String(index)}`]]);
}

/** The text, with lines that are unknown as a whole blanked out. */
export function knownLines(config: AssembledConfig): string {
  return withoutParts(config.text.text, wholeLines(config));
}

function wholeLines({ text: { text }, guesses }: AssembledConfig): readonly Guess[] {
  return guesses.filter((guess) => isWholeLine({ text, guesses }, guess));
}

function isWholeLine({ text, guesses }: PartialText, { start, end }: Span): boolean {
  const first = lineStart(text, start);
  const line = slicePartial({ text, guesses }, first, lineFeedAfter(text, end));
  return withoutParts(line.text, line.guesses).trim() === "";
}

function withoutParts(text: string, parts: readonly Span[]): string {
  let result = text;
  for (const { start, end } of parts)
    result = result.slice(0, start) + " ".repeat(end - start) + result.slice(end);
  return result;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** A part of a header such as `[model_providers.NAME]`; none for a part of a comment, which makes no difference. */
function partOfHeader(
  whole: PartialText,
  guess: Guess,
  index: number,
  defined: Defined,
): readonly UnknownPart[] {
  const { text } = whole;
  const start = lineStart(text, guess.start);
  const before = text.slice(start, guess.start);
  const opening = /^\s*\[\s*/.exec(before)?.[0];
  if (opening === undefined) return [];
  const end = text.indexOf("]", guess.end);
  const header = slicePartial(whole, start + opening.length, end === -1 ? text.length : end);
  const possible = [placeholder(guess.unknown, index), ...solutions(header, keyTexts(defined))];
  return [{ cause: { kind: "undeterminedValue", unknown: guess.unknown }, possible, value: undefined }];
}

function valueOfKey(whole: PartialText, { path, key, expression }: LocatedKey): UnknownValue | undefined {
  const { text } = whole;
  const equals = text.indexOf("=", key.end);
  const written = text.slice(equals + 1, expression.end);
  const start = equals + 1 + (written.length - written.trimStart().length);
  const quotes = /^(?:"""\r?\n?|'''\r?\n?|["'])/.exec(text.slice(start, expression.end))?.[0];
  if (quotes === undefined) {
    const isList = /^[[{]/.test(text.slice(start, expression.end));
    return isList
      ? undefined
      : { path, text: slicePartial(whole, start, expression.end), isQuoted: false, argument: undefined };
  }
  const inside = slicePartial(whole, start + quotes.length, expression.end - quotes.trimEnd().length);
  return { path, text: inside, isQuoted: true, argument: undefined };
}
