import { deriveText, lazyText, type MappedText, type Span } from "../../text/index.js";
import { PLACEHOLDER, type Guess, type Unknown, type Value } from "../values/value.js";

/*
 * GitHub replaces its expressions before the shell starts. In the script to parse, an expression with an unknown value
 * needs a stand-in that is a plain part of any word, in quotes or not: the expression's text in hexadecimal digits,
 * between two private-use characters.
 */
const OPEN = "\uE000";
const CLOSE = "\uE001";
const STAND_IN = /\uE000([0-9a-f]*)\uE001/g;

/** The stand-in for an expression of GitHub's whose value is not known. */
export function standIn(source: string): string {
  return (
    OPEN +
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
export function unknownExpression(source: string, origin: Span): Unknown {
  const own = /^value (distinct|other) ([^]*)$/.exec(source);
  if (own) {
    const [, kind, id = ""] = own;
    return { id, label: "${...}", what: "another step", origin, distinct: kind === "distinct" };
  }
  // A text with expressions is its own label.
  const spelled = source.includes("${{") ? source : `\${{ ${source} }}`;
  return {
    id: `expression ${source}`,
    label: spelled,
    what: `\`${spelled}\``,
    origin,
    integer: INTEGERS.test(source)
      ? "never empty"
      : NUMBERS_OF_EVENTS.test(source)
        ? "may be empty"
        : undefined,
  };
}

/** A word as the script of another shell, with stand-ins for its unknown parts. */
export function scriptOfValue({ text, guesses }: Value): MappedText {
  if (guesses.length === 0) return text;
  const builder = deriveText(text, { start: 0, end: text.text.length }, (inserted) => inserted);
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    builder.copy(position, start);
    builder.replace(start, end, standIn(expressionOf(unknown)));
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
    source: (match[1] ?? "").replace(/.{4}/g, (digits) => String.fromCharCode(Number.parseInt(digits, 16))),
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
  for (const { start, end, source } of found) {
    shift(position, start);
    const origin = { start: value.text.startInFile(start), end: value.text.startInFile(start) };
    guesses.push({
      start: length,
      end: length + PLACEHOLDER.length,
      unknown: unknownExpression(source, origin),
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
