import type { MappedText, Span } from "../text/index.js";
import type { ExpandedText } from "./expanded-text.js";

/** Something that a command wrote, in the order of writing. */
export type FilePart = KnownPart | UnknownPart;

export interface KnownPart {
  readonly kind: "known";
  readonly expanded: ExpandedText;
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
}

/** What a file holds, or a command prints. */
export type Content = readonly FilePart[];

/**
 * What may be there after commands that run or not: each alternative is a content, or `undefined` for no
 * file. Never empty.
 */
export type Alternatives = readonly (Content | undefined)[];

/** The files that a job's scripts wrote so far, by path. */
export type Files = Map<string, Alternatives>;

export const NO_FILE: Alternatives = [undefined];

/** What is larger, such as a file that is doubled again and again, counts as unknown. */
const MAX_SIZE = 10_000_000;
const FEW_PARTS = 50;

/** With more alternatives than these, the content counts as unknown. */
const MAX_ALTERNATIVES = 8;

export function readFile(files: Files, path: string): Alternatives {
  return files.get(path) ?? NO_FILE;
}

/** One after the other, for each pair of alternatives. A missing file adds nothing. */
export function appendContent(before: Alternatives, after: Alternatives): Alternatives {
  const result: Content[] = [];
  for (const left of before) {
    for (const right of after) result.push([...(left ?? []), ...(right ?? [])]);
  }
  return limit(result);
}

/** After one of two branches ran. Changes `files`. */
export function mergeFiles(files: Files, other: Files): void {
  for (const path of new Set([...files.keys(), ...other.keys()])) {
    files.set(path, unite(readFile(files, path), readFile(other, path)));
  }
}

export function unite(left: Alternatives, right: Alternatives): Alternatives {
  if (left === right) return left;
  const added = right.filter((content) => !left.some((known) => sameContent(known, content)));
  return added.length === 0 ? left : limit([...left, ...added]);
}

/** Whether two are alike in all that is known of them, whichever commands wrote it. */
export function sameAlternatives(left: Alternatives, right: Alternatives): boolean {
  const describe = (alternatives: Alternatives): string =>
    alternatives.map((content) => (content ? content.map(textOf).join("") : "\0")).join("\0\0");
  return describe(left) === describe(right);
}

function textOf(part: FilePart): string {
  return part.kind === "known" ? part.expanded.text.text : `\0${part.program}`;
}

function sameContent(left: Content | undefined, right: Content | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return left.length === right.length && left.every((part, index) => part === right[index]);
}

function limit(alternatives: Alternatives): Alternatives {
  const isLarge = alternatives.some((content) => content !== undefined && isTooLarge(content));
  if (alternatives.length <= MAX_ALTERNATIVES && !isLarge) return alternatives;
  const origin = alternatives.flatMap((content) => content?.[0] ?? [])[0]?.origin ?? { start: 0, end: 0 };
  const program = isLarge ? "a chain of commands" : "a chain of conditions";
  return [[{ kind: "unknown", program, origin }]];
}

/** Few parts cannot be too large: each is written out in the lock file, or limited by itself. */
function isTooLarge(content: Content): boolean {
  if (content.length <= FEW_PARTS) return false;
  const size = content.reduce(
    (sum, part) => sum + 10_000 + (part.kind === "known" ? part.expanded.text.text.length : 0),
    0,
  );
  return size > MAX_SIZE;
}
