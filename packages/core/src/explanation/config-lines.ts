import { type Content, contributionOf, type KnownPart } from "../shell/index.js";
import { joinTexts, linesOf, type MappedText, type Span, spanInFile } from "../text/index.js";
import { findAllKeys, type LocatedKey } from "../toml/index.js";
import { createJsonLocations } from "./json-location.js";
import type { ConfigLine } from "./run-explanation.js";

/** The lines of a config.toml, each with the span of the lock file that it comes from. */
export function configLines(content: Content, fileText: string): readonly ConfigLine[] {
  const lines: ConfigLine[] = [];
  let parts: KnownPart[] = [];
  for (const part of content) {
    if (part.kind === "known") parts.push(part);
    else {
      lines.push(...knownLines(parts, fileText), {
        kind: "unknown",
        what: contributionOf(part.what),
        span: part.origin,
      });
      parts = [];
    }
  }
  return [...lines, ...knownLines(parts, fileText)];
}

/** A known part of config.toml, and its offset in the text of all known parts. */
interface Located {
  readonly part: KnownPart;
  readonly start: number;
  readonly locations: ((path: readonly string[]) => Span | undefined) | undefined;
}

/** The lines of adjacent known parts, since several commands may write one line. */
function knownLines(parts: readonly KnownPart[], fileText: string): readonly ConfigLine[] {
  const text = joinTexts(parts.map(({ expanded }) => expanded.text));
  let length = 0;
  const placed = parts.map((part): Located => {
    const start = length;
    length += part.expanded.text.text.length;
    return { part, start, locations: part.sourceJson && createJsonLocations(part.sourceJson) };
  });
  const guesses = placed.flatMap(({ part, start }) =>
    part.expanded.guesses.map((guess) => ({ start: guess.start + start, end: guess.end + start })),
  );
  const keys = placed.some(({ locations }) => locations) ? findAllKeys(text.text) : [];
  return linesOf(text.text).map((line) => {
    const owner = placed.findLast(({ start, part }) => start <= line.start && part.expanded.text.text !== "");
    return {
      kind: "known",
      text: textOfLine(line, text, guesses, fileText),
      ...sourceOf(line, owner, text, keys),
      guessed: guesses.some(({ start, end }) => start <= line.end && end >= line.start && end > start),
    };
  });
}

/**
 * The text of a line. A value that only the running shell knows is shown as written in the lock file, not as its
 * placeholder.
 */
function textOfLine(line: Span, text: MappedText, guesses: readonly Span[], fileText: string): string {
  let shown = "";
  let position = line.start;
  for (const guess of guesses) {
    if (guess.start < position || guess.end > line.end) continue;
    const { start, end } = spanInFile(text, guess.start, guess.end);
    const written = fileText.slice(start, end);
    if (guess.end === guess.start || written === "" || written.includes("\n")) continue;
    shown += text.text.slice(position, guess.start) + written;
    position = guess.end;
  }
  return shown + text.text.slice(position, line.end);
}

function sourceOf(
  line: Span,
  owner: Located | undefined,
  text: MappedText,
  keys: readonly LocatedKey[],
): { readonly from: "script" | "json" | "command"; readonly span: Span } {
  if (owner?.locations) {
    const path = pathAt(keys, line);
    return { from: "json", span: (path && owner.locations(path)) ?? owner.part.origin };
  }
  if (owner && isProgramOutput(owner.part.expanded.text)) return { from: "command", span: owner.part.origin };
  return { from: "script", span: spanInFile(text, line.start, line.end) };
}

/** The path of the key on a line or, if the line is a header, of its table. */
function pathAt(keys: readonly LocatedKey[], line: Span): readonly string[] | undefined {
  const own = keys.find(({ key }) => key.start >= line.start && key.start < line.end);
  if (own) return own.path;
  // smol-toml writes a header only directly above a key of its table.
  return line.end > line.start ? keys.find(({ key }) => key.start > line.end)?.path.slice(0, -1) : undefined;
}

/** Whether a text is a program's output, which maps to a single offset of the file. */
function isProgramOutput(mapped: MappedText): boolean {
  const { length } = mapped.text;
  return length > 0 && mapped.startInFile(0) === mapped.startInFile(length);
}
