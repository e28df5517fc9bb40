import { type MappedText, type Span } from "../../text/index.js";
import {
  isNeverEmpty,
  joinValues,
  knownText,
  sliceValue,
  type Unknown,
  unknownValue,
  type Value,
} from "../values/value.js";

/** A part of a content, as one command wrote it. */
export type FilePart = KnownPart | UnknownPart;

/** Text that a command wrote; it may have unknown parts. */
export interface KnownPart {
  readonly kind: "known";
  readonly expanded: Value;
  /** The first line of the command that wrote it, in the lock file. */
  readonly origin: Span;
  /** The JSON text that a program converted to this part. */
  readonly sourceJson?: MappedText;
}

/** A part that the file does not determine, such as the output of a program that is not modelled. */
export interface UnknownPart {
  readonly kind: "unknown";
  /** Its source for messages, such as the name of a program. */
  readonly what: string;
  readonly origin: Span;
  /** Absent if a program outside the shell's model wrote the part. */
  readonly unknown?: Unknown;
  /** Whether it is not known which file is read. */
  readonly isElsewhere?: true;
  /** Whether it is known not to mention model providers. */
  readonly namesNoProvider?: true;
}

/** The content of a file, or the output of a command, in the order of writing. */
export type Content = readonly FilePart[];

/**
 * The possible contents of a file; `undefined` stands for no file. Never empty.
 */
export type Alternatives = readonly (Content | undefined)[];

/** The content of an empty file. */
export const EMPTY: Content = [];

/** In UTF-16 code units; a larger content, such as of a file that is doubled repeatedly, counts as unknown. */
const MAX_SIZE = 10_000_000;
const MAX_PARTS = 2_000;
const FEW_PARTS = 50;

/** Concatenates two contents. */
export function appendContent(before: Content, after: Content): Content {
  if (before.length === 0) return after;
  if (after.length === 0) return before;
  const joined = [...before, ...after];
  const [first] = joined;
  return first && isTooLarge(joined)
    ? [{ kind: "unknown", what: "a chain of commands", origin: first.origin }]
    : joined;
}

/** A content with few parts is never too large: each part is written out in the lock file, or limited itself. */
function isTooLarge(content: Content): boolean {
  if (content.length <= FEW_PARTS) return false;
  if (content.length > MAX_PARTS) return true;
  const size = content.reduce(
    (sum, part) => sum + 1_000 + (part.kind === "known" ? part.expanded.text.text.length : 0),
    0,
  );
  return size > MAX_SIZE;
}

/** A content that is one unknown as a whole. */
export function unknownContent(unknown: Unknown): Content {
  return [{ kind: "unknown", what: unknown.what, origin: unknown.origin, unknown }];
}

/** A content that is one value. */
export function valueContent(value: Value, origin: Span): Content {
  return value.text.text === "" ? EMPTY : [{ kind: "known", expanded: value, origin }];
}

/** A content as one value, with its unknown parts. */
export function valueOfContent(content: Content): Value {
  return joinValues(
    content.map((part) =>
      part.kind === "known"
        ? part.expanded
        : unknownValue(
            part.unknown ?? {
              id: `content ${part.what}`,
              label: `\${${part.what}}`,
              what: part.what,
              origin: part.origin,
            },
          ),
    ),
  );
}

/** The text of a content; `undefined` if a part of it is unknown. */
export function textOfContent(content: Content): string | undefined {
  if (content.some((part) => part.kind === "unknown")) return undefined;
  return knownText(valueOfContent(content));
}

/** A text that is equal for contents with the same known and unknown parts, whichever commands wrote them. */
export function contentSignature(content: Content): string {
  return content
    .map((part) =>
      part.kind === "known" ? partSignature(part.expanded) : `\0${part.unknown?.id ?? part.what}\0`,
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

/** Whether two lists of alternatives have equal signatures. */
export function sameAlternatives(left: Alternatives, right: Alternatives): boolean {
  const describe = (alternatives: Alternatives): string =>
    alternatives.map((content) => (content ? contentSignature(content) : "\0none")).join("\0\0");
  return describe(left) === describe(right);
}

/**
 * Removes trailing line feeds, as `$(...)` does. If only what may be empty follows a line feed, it is not known whether that
 * is a trailing one: from there on, the result is what `unknown` returns.
 */
export function withoutTrailingLines(value: Value, unknown: () => Unknown): Value {
  const { text } = value.text;
  const end = beforeLineFeeds(text, text.length, value.guesses.at(-1)?.end ?? 0);
  let sure = end;
  let position = end;
  for (const [index, guess] of [...value.guesses.entries()].toReversed()) {
    if (guess.end !== position || guess.unknown.integer === "never empty" || isNeverEmpty(guess.unknown))
      break;
    position = beforeLineFeeds(text, guess.start, value.guesses[index - 1]?.end ?? 0);
    if (position < guess.start) sure = position;
  }
  if (sure < end) return joinValues([sliceValue(value, 0, sure), unknownValue(unknown())]);
  return end === text.length ? value : sliceValue(value, 0, end);
}

/** The start of the line feeds that end at `end`, not before `least`. */
function beforeLineFeeds(text: string, end: number, least: number): number {
  let start = end;
  while (start > least && text[start - 1] === "\n") start--;
  return start;
}
