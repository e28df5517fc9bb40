import { deriveText, joinTexts, lazyText, type MappedText, type Span } from "../../text/index.js";
import {
  isNeverEmpty,
  PLACEHOLDER,
  sliceValue,
  type Guess,
  type Unknown,
  type Value,
} from "../values/value.js";

/*
 * GitHub replaces its expressions before the shell starts. In the script to parse, an expression with an unknown value
 * needs a stand-in that is a plain part of any word, in quotes or not: the expression's text in hexadecimal digits,
 * between two private-use characters.
 */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const NOT_EMPTY = "\uE002";
const STAND_IN = /\uE000(\uE002?)([0-9a-f]*)\uE001/g;

/** The stand-in for an expression of GitHub's whose value is not known, or only known not to be empty. */
export function standIn(source: string, isNotEmpty = false): string {
  return (
    OPEN +
    (isNotEmpty ? NOT_EMPTY : "") +
    Array.from(source, (character) => character.charCodeAt(0).toString(16).padStart(4, "0")).join("") +
    CLOSE
  );
}

/** The name of an unknown value in an expression, which a later step's script may read. */
export function expressionOf({ id, distinct }: Unknown): string {
  return id.startsWith(EXPRESSION)
    ? id.slice(EXPRESSION.length)
    : `value ${distinct === true ? "distinct" : "other"} ${id}`;
}

const EXPRESSION = "expression ";

/** Expressions whose value is always an integer. */
const INTEGERS = /^github\.(?:run_(?:attempt|id|number)|repository_id|actor_id)$/;

/** Expressions whose value is an integer if the event has one. */
const NUMBERS_OF_EVENTS =
  /^github\.event\.(?:number|(?:issue|pull_request|discussion|comment)\.(?:number|id))$/;

/** The unknown value of an expression of GitHub's. The same expression has the same value in a step. */
export function unknownExpression(source: string, origin: Span, isNotEmpty = false): Unknown {
  const passed = /^value (distinct|other) ([^]*)$/.exec(source);
  if (passed) {
    const [, kind, id = ""] = passed;
    const own = { id, label: "${...}", what: "another step", origin, distinct: kind === "distinct" };
    return isNotEmpty ? { ...own, nonEmptyId: id } : own;
  }
  // A text with expressions is its own label.
  const spelled = source.includes("${{") ? source : `\${{ ${source} }}`;
  const id = `expression ${source}`;
  const unknown: Unknown = {
    id,
    label: spelled,
    what: `\`${spelled}\``,
    origin,
    integer: INTEGERS.test(source)
      ? "never empty"
      : NUMBERS_OF_EVENTS.test(source)
        ? "may be empty"
        : undefined,
  };
  return isNotEmpty ? { ...unknown, nonEmptyId: id } : unknown;
}

/** A word as the script of another shell, with stand-ins for its unknown parts. */
export function scriptOfValue(value: Value): MappedText {
  const { text, guesses } = value;
  if (guesses.length === 0) return text;
  const known = guesses.find(({ unknown }) => unknown.script);
  if (known?.unknown.script)
    return joinTexts([
      scriptOfValue(sliceValue(value, 0, known.start)),
      known.unknown.script,
      scriptOfValue(sliceValue(value, known.end, text.text.length)),
    ]);
  const builder = deriveText(text, { start: 0, end: text.text.length }, (inserted) => inserted);
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    builder.copy(position, start);
    builder.replace(start, end, standIn(expressionOf(unknown), isNeverEmpty(unknown)));
    position = end;
  }
  builder.copy(position, text.text.length);
  return builder.build();
}

/** Whether a text contains a stand-in. */
export function hasStandIn(text: string): boolean {
  return text.includes(OPEN);
}

/** Replaces the stand-ins in a text with another text. */
export function fillStandIns(text: string, filling: string): string {
  return hasStandIn(text) ? text.replace(STAND_IN, filling) : text;
}

/** Replaces the stand-ins in a value with unknown parts. */
export function withUnknownExpressions(value: Value): Value {
  const { text } = value.text;
  if (!hasStandIn(text)) return value;
  const found = [...text.matchAll(STAND_IN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    isNotEmpty: match[1] !== "",
    source: (match[2] ?? "").replace(/.{4}/g, (digits) => String.fromCharCode(Number.parseInt(digits, 16))),
  }));
  const guesses: Guess[] = [];
  const chunks: string[] = [];
  let length = 0;
  let position = 0;
  const shift = (start: number, end: number): void => {
    for (const guess of value.guesses)
      if (guess.start >= start && guess.end <= end)
        guesses.push({
          start: guess.start - start + length,
          end: guess.end - start + length,
          unknown: guess.unknown,
        });
    chunks.push(text.slice(start, end));
    length += end - start;
  };
  for (const { start, end, source, isNotEmpty } of found) {
    shift(position, start);
    const origin = { start: value.text.startInFile(start), end: value.text.startInFile(start) };
    guesses.push({
      start: length,
      end: length + PLACEHOLDER.length,
      unknown: unknownExpression(source, origin, isNotEmpty),
    });
    chunks.push(PLACEHOLDER);
    length += PLACEHOLDER.length;
    position = end;
  }
  shift(position, text.length);
  return {
    text: lazyText(chunks.join(""), () => {
      const builder = deriveText(value.text, { start: 0, end: text.length }, (inserted) => inserted);
      let from = 0;
      for (const { start, end } of found) {
        builder.copy(from, start);
        builder.replace(start, end, PLACEHOLDER);
        from = end;
      }
      builder.copy(from, text.length);
      return builder.build();
    }),
    guesses,
  };
}
