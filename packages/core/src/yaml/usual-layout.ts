import type { Span } from "../text/index.js";
import { literalLines } from "./literal-lines.js";
import type { YamlEntry, YamlNode } from "./node.js";
import { usualScalar } from "./usual-scalar.js";

/*
 * Reads YAML as gh-aw lays it out, many times as fast as the parser: block mappings and sequences of scalars that are
 * plain, quoted without escapes, or literal. An entry with another value is left to the parser, and a text with anything
 * else as a whole. What is read equals what the parser reads, spans included.
 */

/** A node, and the offset of the line after it. */
interface Read {
  readonly node: YamlNode;
  readonly next: number;
}

/** A line that is neither blank nor a comment, or the end of the text. */
interface Line {
  readonly start: number;
  /** In spaces; -1 for the end of the text. */
  readonly indentation: number;
  /** The deepest indentation of the comments before it; -1 if there are none. */
  readonly comment: number;
}

/** No workflow is nested deeper. */
const MAX_DEPTH = 20;

/** With more unusual entries, the parser reads the whole text faster than each of them. */
const MAX_PARSED = 200;

const KEY = /(?:([A-Za-z_][\w-]*)|"([\w -]+)"|'([\w -]+)'):(?= |$)/my;
const LITERAL = /\|(-?)(?= *$| +#)/my;
const REST_OF_LINE = /(?: *| +#[^\n]*)$/my;

/**
 * The root of a text that starts at the offset `base` of its file; `undefined` if the parser has to read it. `parse`
 * reads an entry, whose key has the given indentation, with the parser, and returns its value.
 */
export function readUsualLayout(
  text: string,
  base: number,
  parse: (entry: Span, indentation: number) => YamlNode | undefined,
): YamlNode | undefined {
  if (text.includes("\r")) return undefined;
  let parsed = 0;
  const first = lineFrom(0);
  const read = first.indentation === -1 ? undefined : readBlock(first, 0);
  return read && lineFrom(read.next).indentation === -1 ? read.node : undefined;

  function lineFrom(offset: number): Line {
    let comment = -1;
    for (let start = offset; start < text.length;) {
      const content = skipSpaces(start);
      const character = text[content];
      if (character === "#") comment = Math.max(comment, content - start);
      else if (character !== "\n" && character !== undefined)
        return { start, indentation: content - start, comment };
      start = nextLine(content);
    }
    return { start: text.length, indentation: -1, comment };
  }

  function readBlock(line: Line, depth: number): Read | undefined {
    if (depth > MAX_DEPTH) return undefined;
    const start = line.start + line.indentation;
    return isItem(start) ? readSequence(line, depth) : readMapping(line, line.indentation, depth);
  }

  function readSequence(first: Line, depth: number): Read | undefined {
    const { indentation } = first;
    const items: YamlNode[] = [];
    let line = first;
    while (line.indentation === indentation && isItem(line.start + indentation)) {
      const content = skipSpaces(line.start + indentation + 1);
      const item = matchAt(KEY, content)
        ? readMapping(line, content - line.start, depth + 1)
        : readFlowScalar(content);
      if (!item) return undefined;
      items.push(item.node);
      line = lineFrom(item.next);
      if (!closes(line, indentation)) return undefined;
      if (line.indentation < indentation) return sequence(first, items, item.next);
      // The next key of a mapping that is as deep as its sequence.
      if (line.indentation === indentation && !isItem(line.start + indentation))
        return line.comment < indentation ? sequence(first, items, item.next) : undefined;
    }
    return undefined;
  }

  function sequence({ start, indentation }: Line, items: readonly YamlNode[], next: number): Read {
    const span = { start: base + start + indentation, end: base + next };
    return { node: { kind: "sequence", span, items: () => [...items] }, next };
  }

  function readMapping(first: Line, indentation: number, depth: number): Read | undefined {
    const entries: YamlEntry[] = [];
    const keys = new Set<string>();
    let line = first;
    for (;;) {
      const start = line.start + indentation;
      const key = matchAt(KEY, start);
      const name = key?.[1] ?? key?.[2] ?? key?.[3];
      if (!key || name === undefined || keys.has(name)) return undefined;
      keys.add(name);
      const end = start + key[0].length - 1;
      const value = readValue(start, end + 1, indentation, depth);
      if (!value) return undefined;
      entries.push({ key: name, keySpan: { start: base + start, end: base + end }, value: value.node });
      const { next } = value;
      line = lineFrom(next);
      if (!closes(line, indentation)) return undefined;
      if (line.indentation === indentation) continue;
      const span = { start: base + first.start + indentation, end: base + next };
      return { node: { kind: "mapping", span, entries: () => [...entries] }, next };
    }
  }

  /** Whether a block of this indentation can go on or end before a line. A comment may belong to what ends there. */
  function closes(line: Line, indentation: number): boolean {
    return line.indentation === indentation || (line.indentation < indentation && line.comment < indentation);
  }

  /** The value after the colon at `after - 1`, of a key at `key`. */
  function readValue(key: number, after: number, indentation: number, depth: number): Read | undefined {
    const start = skipSpaces(after);
    if (matchAt(REST_OF_LINE, after)) {
      const line = lineFrom(nextLine(after));
      if (line.indentation > indentation) return readBlock(line, depth + 1);
      const isSequence = line.indentation === indentation && isItem(line.start + indentation);
      return isSequence ? readSequence(line, depth + 1) : undefined;
    }
    const literal = matchAt(LITERAL, start);
    const lines = literal && literalLines(text, nextLine(start), indentation);
    if (literal && lines) {
      const span = { start: base + start, end: base + lines.end };
      const value = literal[1] === "-" ? lines.text : `${lines.text}\n`;
      return { node: { kind: "scalar", style: "literal", span, value, inFlow: false }, next: lines.end };
    }
    const scalar = readFlowScalar(start);
    if (scalar && lineFrom(scalar.next).indentation <= indentation) return scalar;
    return parseEntry(key, indentation);
  }

  function readFlowScalar(start: number): Read | undefined {
    const scalar = usualScalar(text, start);
    if (!scalar) return undefined;
    const { style, end, value } = scalar;
    const span = { start: base + start, end: base + end };
    return { node: { kind: "scalar", style, span, value, inFlow: false }, next: nextLine(end) };
  }

  function parseEntry(start: number, indentation: number): Read | undefined {
    if (parsed++ >= MAX_PARSED) return undefined;
    let line = lineFrom(nextLine(start));
    while (line.indentation > indentation) line = lineFrom(nextLine(line.start));
    // Blank lines at its end may be a part of a block scalar.
    const node = parse({ start, end: line.start }, indentation);
    if (!node) return undefined;
    const last = node.span.end - base;
    if (text[last - 1] === "\n") return { node, next: last };
    return matchAt(REST_OF_LINE, last) ? { node, next: nextLine(last) } : undefined;
  }

  function isItem(offset: number): boolean {
    return text.startsWith("- ", offset);
  }

  function skipSpaces(offset: number): number {
    let end = offset;
    while (text[end] === " ") end++;
    return end;
  }

  function nextLine(offset: number): number {
    const lineFeed = text.indexOf("\n", offset);
    return lineFeed === -1 ? text.length : lineFeed + 1;
  }

  function matchAt(pattern: RegExp, offset: number): RegExpExecArray | null {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  }
}
