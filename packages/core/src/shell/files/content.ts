import { type MappedText, type Span } from "../../text/index.js";
import {
  joinValues,
  knownText,
  sliceValue,
  unknownValue,
  type Unknown,
  type Value,
} from "../values/value.js";

/** Something that a command wrote, in the order of writing. */
export type FilePart = KnownPart | UnknownPart;

export interface KnownPart {
  readonly kind: "known";
  readonly expanded: Value;
  /** The opening line of the command that wrote it, in the lock file. */
  readonly origin: Span;
  /** A text of another format that a program made it from. */
  readonly sourceJson?: MappedText;
}

/** Output of a program that is not modelled. */
export interface UnknownPart {
  readonly kind: "unknown";
  /** The program, for messages. */
  readonly program: string;
  readonly origin: Span;
  /** Absent where a program outside of the shell's model made the part. */
  readonly unknown?: Unknown;
  /** Whether it is not known which file it is that is read. */
  readonly isElsewhere?: true;
  /** Whether it is known to say nothing about model providers. */
  readonly namesNoProvider?: true;
}

/** What a file holds, or a command prints. */
export type Content = readonly FilePart[];

/**
 * What may be there: each alternative is a content, or `undefined` for no file. Never empty.
 */
export type Alternatives = readonly (Content | undefined)[];

export const EMPTY: Content = [];

/** What is larger, such as a file that is doubled again and again, counts as unknown. */
const MAX_SIZE = 10_000_000;
const MAX_PARTS = 2_000;
const FEW_PARTS = 50;

/** One after the other. */
export function appendContent(before: Content, after: Content): Content {
  if (before.length === 0) return after;
  if (after.length === 0) return before;
  const joined = [...before, ...after];
  const [first] = joined;
  return first && isTooLarge(joined)
    ? [{ kind: "unknown", program: "a chain of commands", origin: first.origin }]
    : joined;
}

/** Few parts cannot be too large: each is written out in the lock file, or limited by itself. */
function isTooLarge(content: Content): boolean {
  if (content.length <= FEW_PARTS) return false;
  if (content.length > MAX_PARTS) return true;
  const size = content.reduce(
    (sum, part) => sum + 1_000 + (part.kind === "known" ? part.expanded.text.text.length : 0),
    0,
  );
  return size > MAX_SIZE;
}

/** What a program that is not modelled writes. */
export function unknownContent(unknown: Unknown): Content {
  return [{ kind: "unknown", program: unknown.what, origin: unknown.origin, unknown }];
}

export function valueContent(value: Value, origin: Span): Content {
  return value.text.text === "" ? EMPTY : [{ kind: "known", expanded: value, origin }];
}

/** A content as a text; what programs wrote of it is not known. */
export function valueOfContent(content: Content): Value {
  return joinValues(
    content.map((part) =>
      part.kind === "known"
        ? part.expanded
        : unknownValue(
            part.unknown ?? {
              id: `content ${part.program}`,
              label: `\${${part.program}}`,
              what: part.program,
              origin: part.origin,
            },
          ),
    ),
  );
}

/** The text of a content, if all of it is known. */
export function textOfContent(content: Content): string | undefined {
  if (content.some((part) => part.kind === "unknown")) return undefined;
  return knownText(valueOfContent(content));
}

/** Equal for contents that are alike in all that is known of them, whichever commands wrote them. */
export function contentSignature(content: Content): string {
  return content
    .map((part) =>
      part.kind === "known" ? partSignature(part.expanded) : `\0${part.unknown?.id ?? part.program}\0`,
    )
    .join("");
}

function partSignature({ text, guesses }: Value): string {
  let signature = "";
  let position = 0;
  for (const { start, end, unknown } of guesses) {
    signature += `${text.text.slice(position, start)}\0${unknown.id}\0`;
    position = end;
  }
  return signature + text.text.slice(position);
}

/** Whether two are alike in all that is known of them, whichever commands wrote it. */
export function sameAlternatives(left: Alternatives, right: Alternatives): boolean {
  const describe = (alternatives: Alternatives): string =>
    alternatives.map((content) => (content ? contentSignature(content) : "\0none")).join("\0\0");
  return describe(left) === describe(right);
}

/** A text without the line feeds at its end, as `$(...)` gives it. */
export function withoutTrailingLines(value: Value): Value {
  const { text } = value.text;
  let end = text.length;
  const lastGuess = value.guesses.at(-1)?.end ?? 0;
  while (end > lastGuess && text[end - 1] === "\n") end--;
  return end === text.length ? value : sliceValue(value, 0, end);
}
