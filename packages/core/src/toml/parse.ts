import { parse, TomlError } from "smol-toml";
import { memoizeLast, offsetOfLine } from "../text/index.js";
import { lastTablePath } from "./locate.js";
import { oversizedInteger, withoutByteOrderMark } from "./syntax-tree.js";
import { tableFrom, type TomlTable, type TomlValue } from "./value.js";

/** Why a text is not TOML. `line` and `column` count from 1, `offset` counts UTF-16 code units from 0. */
export interface InvalidToml {
  readonly kind: "invalidToml";
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A key or table is defined twice; the position is that of the second definition. */
export interface DuplicateKey {
  readonly kind: "duplicateKey";
  readonly path: readonly string[];
  readonly source: "file";
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * The values of a TOML 1.1 text, or what is wrong with it. Every release of Codex reads TOML 1.1 (measured, 0.98 to
 * 0.169).
 */
export const parseToml: (text: string) => TomlTable | InvalidToml | DuplicateKey = memoizeLast((config) => {
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
});

function describeError(error: TomlError, text: string, removed: number): InvalidToml | DuplicateKey {
  const { line, column } = error;
  const lineStart = offsetOfLine(text, line);
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

/** Reads the dotted key that starts at `offset`; the parser has accepted it already. */
function readDottedKey(text: string, offset: number): readonly string[] {
  const segment = /[ \t]*(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')[ \t]*\.?/uy;
  segment.lastIndex = offset;
  const path: string[] = [];
  for (let match = segment.exec(text); match !== null; match = segment.exec(text)) {
    const [written] = match;
    path.push(...Object.keys(parse(`${written.replace(/\.$/u, "")} = 0`)));
  }
  return path;
}

/** A bare word, which is no value: only `true`, `false`, `inf` and `nan` start with a letter. */
const BARE_WORD = /^[ \t]*(?!true|false|inf|nan)[A-Za-z_]/;

/** Parses the text after `key =`; `undefined` if it is not TOML. */
export function parseTomlValue(text: string): TomlValue | undefined {
  // The shell takes the quotes of most texts, and the parser draws a picture of each error.
  if (BARE_WORD.test(text)) return undefined;
  try {
    return tableFrom(parse(`value = ${text}`, { integersAsBigInt: true })).get("value");
  } catch {
    return undefined;
  }
}
