import { parseTOML, type AST } from "toml-eslint-parser";
import { memoizeLast, type Span } from "../text/index.js";
import { fitsInto64Bits } from "./value.js";

/** The syntax tree of config.toml. Spans are offsets in the text, its byte order mark included. */
export interface TomlTree {
  readonly statements: readonly (AST.TOMLKeyValue | AST.TOMLTable)[];
  spanOf(node: AST.TOMLNode): Span;
}

/** What `read` finds in the tree of config.toml; `undefined` if the text is not TOML or is nested too deep to walk. */
export function readTree<Result>(config: string, read: (tree: TomlTree) => Result): Result | undefined {
  const tree = treeOf(config);
  try {
    return tree && read(tree);
  } catch {
    return undefined;
  }
}

const treeOf = memoizeLast((config): TomlTree | undefined => {
  const text = withoutByteOrderMark(config);
  const removed = config.length - text.length;
  try {
    const [{ body: statements }] = parseTOML(text, { tomlVersion: "1.1" }).body;
    return {
      statements,
      spanOf: ({ range: [start, end] }) => ({ start: start + removed, end: end + removed }),
    };
  } catch {
    return undefined;
  }
});

/** The segments of a key, without their quotes. */
export function keyPath(key: AST.TOMLKey): readonly string[] {
  return key.keys.map((segment) => (segment.type === "TOMLBare" ? segment.name : segment.value));
}

/** The position of the first integer that needs more than 64 bits. `line` and `column` count from 1. */
export function oversizedInteger(
  text: string,
): { readonly line: number; readonly column: number; readonly offset: number } | undefined {
  try {
    const { tokens } = parseTOML(text, { tomlVersion: "1.1" });
    const token = tokens.find(
      (one) => one.type === "Integer" && "bigint" in one && !fitsInto64Bits(one.bigint),
    );
    return (
      token && { line: token.loc.start.line, column: token.loc.start.column + 1, offset: token.range[0] }
    );
  } catch {
    return undefined;
  }
}

/** Removes a leading byte order mark, which TOML parsers take for a part of a key. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
