import {
  deriveText,
  joinTexts,
  lazyText,
  unmappedText,
  type MappedText,
  type Span,
} from "../../text/index.js";

/** Something that the file does not tell, and where that comes from. */
export interface Unknown {
  /** Two unknowns with the same id have the same value, whatever it is. */
  readonly id: string;
  /** As the file spells it: `${NAME}`, `$(date)`. */
  readonly label: string;
  /** The program, or what else it comes from, for messages. */
  readonly what: string;
  /** The line that it comes from, in the lock file. */
  readonly origin: Span;
  /** Whether no other value can be the same, as the names that `mktemp` makes up. */
  readonly distinct?: boolean;
  /** Whether it is an installer of which it is known that it writes nothing of Codex's: its address. */
  readonly installer?: string;
}

/** A part of a text that is not known, in whose place a placeholder stands. */
export interface Guess extends Span {
  readonly unknown: Unknown;
}

/** A text that the shell makes, which may be known in parts. */
export interface Value {
  readonly text: MappedText;
  /** In the order of the text. */
  readonly guesses: readonly Guess[];
}

/**
 * Stands for a part that is not known. A digit is right inside a string, and where JSON or TOML has a
 * number that the shell fills in.
 */
export const PLACEHOLDER = "0";

const NO_GUESSES: readonly Guess[] = [];

/** A text that stands nowhere in the file as it is. */
export function textValue(text: string, place: Span): Value {
  return { text: unmappedText(text, place), guesses: NO_GUESSES };
}

export function mappedValue(text: MappedText): Value {
  return { text, guesses: NO_GUESSES };
}

export function unknownValue(unknown: Unknown): Value {
  return {
    text: unmappedText(PLACEHOLDER, unknown.origin),
    guesses: [{ start: 0, end: PLACEHOLDER.length, unknown }],
  };
}

/** The text, if all of it is known. */
export function knownText(value: Value): string | undefined {
  return value.guesses.length === 0 ? value.text.text : undefined;
}

/** The first part that is not known. */
export function firstUnknown(value: Value): Unknown | undefined {
  return value.guesses[0]?.unknown;
}

/** What the value consists of, if that is one unknown alone. */
export function soleUnknown({ text, guesses }: Value): Unknown | undefined {
  const [guess, ...others] = guesses;
  const isWhole = guess !== undefined && others.length === 0 && guess.end - guess.start === text.text.length;
  return isWhole ? guess.unknown : undefined;
}

/** One after the other. */
export function joinValues(values: readonly Value[]): Value {
  const [only] = values;
  if (only && values.length === 1) return only;
  const guesses: Guess[] = [];
  let length = 0;
  for (const { text, guesses: own } of values) {
    for (const { start, end, unknown } of own)
      guesses.push({ start: start + length, end: end + length, unknown });
    length += text.text.length;
  }
  const texts = values.map(({ text }) => text);
  return { text: lazyText(texts.map(({ text }) => text).join(""), () => joinTexts(texts)), guesses };
}

/** The characters of `[start, end)`; neither may split a guess. */
export function sliceValue({ text, guesses }: Value, start: number, end: number): Value {
  if (start === 0 && end === text.text.length) return { text, guesses };
  return {
    text: lazyText(text.text.slice(start, end), () => {
      const builder = deriveText(text, { start, end }, (inserted) => inserted);
      builder.copy(start, end);
      return builder.build();
    }),
    guesses: guesses
      .filter((guess) => guess.start >= start && guess.end <= end)
      .map(({ start: from, end: to, unknown }) => ({ start: from - start, end: to - start, unknown })),
  };
}

/** The text with `replace(unknown)` in the place of each part that is not known. */
export function fillIn({ text, guesses }: Value, replace: (unknown: Unknown) => string): string {
  if (guesses.length === 0) return text.text;
  let result = "";
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    result += text.text.slice(position, start) + replace(unknown);
    position = end;
  }
  return result + text.text.slice(position);
}

/** For people and for words that are only shown: parts that are not known as the file spells them. */
export function displayOf(value: Value): string {
  return fillIn(value, ({ label }) => label);
}

/** Equal for two values exactly if they are the same whatever the unknowns are. */
export function signatureOf(value: Value): string {
  return fillIn(value, ({ id }) => `\0${id}\0`);
}
