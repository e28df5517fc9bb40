import type { MappedText, TextEdit } from "../text/index.js";
import { findKeys, firstTableOffset, locateTable, type LocatedKey } from "../codex/outcome/index.js";

/** Inserts lines where root keys still are root keys: before the first table, behind the keys that there are. */
export function insertBeforeTables(config: MappedText, lines: string): TextEdit | undefined {
  const table = firstTableOffset(config.text);
  if (table !== undefined) return config.edit(table, table, `${lines}\n`);
  return config.edit(config.text.length, config.text.length, config.text === "" ? lines : `\n${lines}`);
}

/** Inserts lines right below the header of a table. */
export function insertIntoTable(
  config: MappedText,
  path: readonly string[],
  lines: string,
): TextEdit | undefined {
  const header = locateTable(config.text, path);
  if (!header) return undefined;
  const lineFeed = config.text.indexOf("\n", header.end);
  return lineFeed === -1 ? undefined : config.edit(lineFeed + 1, lineFeed + 1, lines);
}

/** The first place where the key at `path` stands. */
export function locateExpression(config: string, path: readonly string[]): LocatedKey | undefined {
  const name = path.at(-1);
  if (name === undefined) return undefined;
  return findKeys(config, name).find((key) => key.path.join("\0") === path.join("\0"));
}

/** Puts another value in the place of a key's own. */
export function replaceValue(config: MappedText, key: LocatedKey, value: string): TextEdit | undefined {
  const equals = config.text.indexOf("=", key.key.end);
  if (equals === -1 || equals >= key.expression.end) return undefined;
  let start = equals + 1;
  while (/[ \t]/.test(config.text[start] ?? "")) start++;
  return config.edit(start, key.expression.end, value);
}
