import type { AST } from "toml-eslint-parser";
import { lineEnd, lineStart, type Span } from "../text/index.js";
import { keyPath, readTree, withoutByteOrderMark, type TomlTree } from "./syntax-tree.js";
import { deepestNesting } from "./value.js";

/** One definition of a key in config.toml. Offsets are UTF-16 code units from 0. */
export interface LocatedKey {
  /** From the root of the file. */
  readonly path: readonly string[];
  /** The key as written, with its quotes and, if it is dotted, all segments. */
  readonly key: Span;
  /** Key, equals sign and value. */
  readonly expression: Span;
  /** Whether it is in an inline table. */
  readonly inInlineTable: boolean;
  /** Whether it is a dotted key, as in `a.b = 1`. */
  readonly dotted: boolean;
}

/** The span of the key at `path`; for a table, the part of the header or dotted key that names it first. */
export function locateKey(config: string, path: readonly string[]): Span | undefined {
  return readTree(
    config,
    (tree) =>
      locatedKeys(tree).find((located) => samePath(located.path, path))?.key ?? findMention(tree, path),
  );
}

/** The span of the header line of the table at `path`, without its line end. */
export function locateTable(config: string, path: readonly string[]): Span | undefined {
  return readTree(config, (tree) => {
    const header = headersOf(tree).find(({ key }) => samePath(keyPath(key), path));
    return header && lineAt(config, tree.spanOf(header).start);
  });
}

/** The last segment of `path`, in every header and key whose path starts with `path`. */
export function locateSegments(config: string, path: readonly string[]): readonly Span[] {
  return (
    readTree(config, (tree) =>
      keysOfStatements(tree).flatMap(({ key, table }) => {
        const segment = key.keys[path.length - table.length - 1];
        const passes = samePath([...table, ...keyPath(key)].slice(0, path.length), path);
        return segment && passes ? [tree.spanOf(segment)] : [];
      }),
    ) ?? []
  );
}

/** Every definition of a key named `name`. */
export function findKeys(config: string, name: string): readonly LocatedKey[] {
  return readTree(config, (tree) => locatedKeys(tree).filter(({ path }) => path.at(-1) === name)) ?? [];
}

/** The definitions of all keys, in order. */
export function findAllKeys(config: string): readonly LocatedKey[] {
  return readTree(config, locatedKeys) ?? [];
}

/** The offset of the start of the line that holds the first table header. */
export function firstTableOffset(config: string): number | undefined {
  return readTree(config, (tree) => {
    const first = headersOf(tree)[0];
    return first && lineAt(config, tree.spanOf(first).start).start;
  });
}

/** The path of the last table header in `config`; empty if there is none. */
export function lastTablePath(config: string): readonly string[] {
  const last = readTree(config, (tree) => headersOf(tree).at(-1));
  return last === undefined ? [] : keyPath(last.key);
}

function headersOf(tree: TomlTree): readonly AST.TOMLTable[] {
  return tree.statements.filter((statement) => statement.type === "TOMLTable");
}

/** The start of the first header or dotted key whose path starts with `path`, up to the last segment of `path`. */
function findMention(tree: TomlTree, path: readonly string[]): Span | undefined {
  for (const { key, table } of keysOfStatements(tree)) {
    const last = key.keys[path.length - table.length - 1];
    if (last !== undefined && samePath([...table, ...keyPath(key)].slice(0, path.length), path)) {
      return { start: tree.spanOf(key).start, end: tree.spanOf(last).end };
    }
  }
  return undefined;
}

function keysOfStatements(
  tree: TomlTree,
): readonly { readonly key: AST.TOMLKey; readonly table: readonly string[] }[] {
  return tree.statements.flatMap((statement) =>
    statement.type === "TOMLTable"
      ? [
          { key: statement.key, table: [] },
          ...statement.body.map(({ key }) => ({ key, table: keyPath(statement.key) })),
        ]
      : [{ key: statement.key, table: [] }],
  );
}

function locatedKeys(tree: TomlTree): readonly LocatedKey[] {
  return tree.statements.flatMap((statement) =>
    statement.type === "TOMLTable"
      ? statement.body.flatMap((pair) => keysOfPair(tree, pair, keyPath(statement.key), false))
      : keysOfPair(tree, statement, [], false),
  );
}

function keysOfPair(
  tree: TomlTree,
  pair: AST.TOMLKeyValue,
  table: readonly string[],
  inInlineTable: boolean,
): readonly LocatedKey[] {
  if (table.length > deepestNesting) return [];
  const path = [...table, ...keyPath(pair.key)];
  const located: LocatedKey = {
    path,
    key: tree.spanOf(pair.key),
    expression: tree.spanOf(pair),
    inInlineTable,
    dotted: pair.key.keys.length > 1,
  };
  return [located, ...keysOfValue(tree, pair.value, path)];
}

function keysOfValue(
  tree: TomlTree,
  value: AST.TOMLContentNode,
  path: readonly string[],
): readonly LocatedKey[] {
  switch (value.type) {
    case "TOMLInlineTable":
      return value.body.flatMap((pair) => keysOfPair(tree, pair, path, true));
    case "TOMLArray":
      return value.elements.flatMap((element) => keysOfValue(tree, element, path));
    case "TOMLValue":
      return [];
  }
}

function samePath(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((segment, index) => segment === right[index]);
}

function lineAt(text: string, offset: number): Span {
  const start = Math.max(lineStart(text, offset), text.length - withoutByteOrderMark(text).length);
  return { start, end: lineEnd(text, offset) };
}
