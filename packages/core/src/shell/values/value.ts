import {
  deriveText,
  joinTexts,
  lazyText,
  unmappedText,
  type MappedText,
  type Span,
} from "../../text/index.js";

/** A value that the file does not determine, and its source. */
export interface Unknown {
  /** Two unknowns with the same id have the same value. */
  readonly id: string;
  /** As the file spells it: `${NAME}`, `$(date)`. */
  readonly label: string;
  /** Its source for messages, such as the name of a program. */
  readonly what: string;
  /** The line that it comes from, in the lock file. */
  readonly origin: Span;
  /** Whether no other value can equal it, as with the names that `mktemp` generates. */
  readonly distinct?: boolean;
  /** Whether it is certainly a decimal integer, if it is not empty; without it, it may be any text. */
  readonly integer?: Integer | undefined;
  /** `id` if the value is known not to be empty, as that of `vars.X || 'text'`; what derives from it has another id. */
  readonly nonEmptyId?: string;
  /** The URL of the installer that it is, if it is one that is known to write no files of Codex. */
  readonly installer?: string;
  /** A script that does what the value does as a script, if that is known though its text is not. */
  readonly script?: MappedText;
  /** Whether it is a named pipe: what is written to it does not stay there. */
  readonly isPipe?: boolean;
}

/** Whether an unknown value that is an integer may be empty instead. */
export type Integer = "never empty" | "may be empty";

/** The span of a placeholder for an unknown part of a text. */
export interface Guess extends Span {
  readonly unknown: Unknown;
}

/** A text with known and unknown parts. */
export interface Value {
  readonly text: MappedText;
  /** In the order of the text. */
  readonly guesses: readonly Guess[];
}

/**
 * Stands for an unknown part. A digit is valid inside a string, and as a number in JSON or TOML that the shell
 * fills in.
 */
export const PLACEHOLDER = "0";

const NO_GUESSES: readonly Guess[] = [];

/** A known text that does not occur in the file; its positions map to `place`. */
export function textValue(text: string, place: Span): Value {
  return { text: unmappedText(text, place), guesses: NO_GUESSES };
}

/** A known text of the file. */
export function mappedValue(text: MappedText): Value {
  return { text, guesses: NO_GUESSES };
}

/** A value that is one unknown as a whole. */
export function unknownValue(unknown: Unknown): Value {
  return {
    text: unmappedText(PLACEHOLDER, unknown.origin),
    guesses: [{ start: 0, end: PLACEHOLDER.length, unknown }],
  };
}

/** The text; `undefined` if a part of it is unknown. */
export function knownText(value: Value): string | undefined {
  return value.guesses.length === 0 ? value.text.text : undefined;
}

/** Whether a value is empty; `undefined` if that is not known. */
export function emptinessOf({ text, guesses }: Value): boolean | undefined {
  if (guesses.length === 0) return text.text === "";
  const guessed = guesses.reduce((sum, { start, end }) => sum + end - start, 0);
  const isFilled = guesses.some(({ unknown }) => isNeverEmpty(unknown));
  return isFilled || text.text.length > guessed ? false : undefined;
}

/** Whether an unknown value is known not to be empty. */
export function isNeverEmpty({ id, distinct, nonEmptyId }: Unknown): boolean {
  return distinct === true || nonEmptyId === id;
}

/** The first unknown part. */
export function firstUnknown(value: Value): Unknown | undefined {
  return value.guesses[0]?.unknown;
}

/** The unknown that is the whole value, if it is one. */
export function soleUnknown({ text, guesses }: Value): Unknown | undefined {
  const [guess, ...others] = guesses;
  const isWhole = guess !== undefined && others.length === 0 && guess.end - guess.start === text.text.length;
  return isWhole ? guess.unknown : undefined;
}

/** Concatenates values. */
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

/** The text, with `replace(unknown)` instead of each unknown part. */
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

/** The text for display, with unknown parts spelled as in the file. */
export function displayOf(value: Value): string {
  return fillIn(value, ({ label }) => label);
}

/** A text that is equal for two values exactly if they are equal whatever the unknowns are. */
export function signatureOf(value: Value): string {
  return fillIn(value, ({ id }) => `\0${id}\0`);
}

/** Whether a text may have another case: whether it has letters, or characters outside of ASCII. */
export function hasCase(text: string): boolean {
  return /[A-Za-z\u0080-\uffff]/.test(text);
}
