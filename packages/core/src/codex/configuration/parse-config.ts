import { parse, TomlError } from "smol-toml";
import { memoizeLast } from "../../text/index.js";
import {
  lastTablePath,
  oversizedInteger,
  readDottedKey,
  tableFrom,
  withoutByteOrderMark,
  type TomlTable,
} from "../../toml/index.js";

/** config.toml is not TOML. `line` and `column` count from 1, `offset` in UTF-16 code units from 0. */
export interface InvalidToml {
  readonly kind: "invalidToml";
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A key or table stands twice; the position is that of the second one. */
export interface DuplicateKey {
  readonly kind: "duplicateKey";
  readonly path: readonly string[];
  readonly source: "file";
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Reads config.toml. Every release reads TOML 1.1 (measured, 0.98 to 0.169). */
export const parseConfig: (config: string) => TomlTable | InvalidToml | DuplicateKey = memoizeLast(
  (config) => {
    const text = withoutByteOrderMark(config);
    const removed = config.length - text.length;
    try {
      return tableFrom(parse(text, { integersAsBigInt: true }));
    } catch (error) {
      if (error instanceof TomlError) return describeError(error, text, removed);
      const position = oversizedInteger(text) ?? { line: 1, column: 1, offset: 0 };
      const message = String(error).replace(/^RangeError: /u, "");
      return { kind: "invalidToml", message, ...position, offset: position.offset + removed };
    }
  },
);

function describeError(error: TomlError, text: string, removed: number): InvalidToml | DuplicateKey {
  const { line, column } = error;
  const lineStart = startOfLine(text, line);
  const start = lineStart + column - 1;
  const position = { line, column, offset: start + removed };
  const message = error.message.replace(/^Invalid TOML document: |\n[^]*/gu, "");
  if (!/\bredefine\b/u.test(message)) return { kind: "invalidToml", message, ...position };
  const isHeader = text.slice(lineStart, start).trimStart().startsWith("[");
  const table = isHeader ? [] : lastTablePath(text.slice(0, start));
  return {
    kind: "duplicateKey",
    path: [...table, ...readDottedKey(text, start)],
    source: "file",
    ...position,
  };
}

/** The offset at which a line starts; lines count from 1. */
function startOfLine(text: string, line: number): number {
  let start = 0;
  for (let current = 1; current < line; current += 1) start = text.indexOf("\n", start) + 1;
  return start;
}
