import { lineFeedAfter, type MappedText, type TextEdit } from "../text/index.js";
import { findKeys, firstTableOffset, locateTable, type LocatedKey } from "./locate.js";

/** Inserts lines where keys are root keys: before the first table, after the existing root keys. */
export function insertBeforeTables(config: MappedText, lines: string): TextEdit | undefined {
  const table = firstTableOffset(config.text);
  if (table !== undefined) return config.edit(table, table, `${lines}\n`);
  return config.edit(config.text.length, config.text.length, config.text === "" ? lines : `\n${lines}`);
}

/** Inserts lines directly below the header of a table. */
export function insertIntoTable(
  config: MappedText,
  path: readonly string[],
  lines: string,
): TextEdit | undefined {
  const header = locateTable(config.text, path);
  if (!header) return undefined;
  const lineFeed = lineFeedAfter(config.text, header.end);
  return lineFeed === config.text.length ? undefined : config.edit(lineFeed + 1, lineFeed + 1, lines);
}

/** The first definition of the key `name` in a table. */
export function locateExpression(
  config: string,
  table: readonly string[],
  name: string,
): LocatedKey | undefined {
  const path = [...table, name].join("\0");
  return findKeys(config, name).find((key) => key.path.join("\0") === path);
}

/** Replaces the value of a key. */
export function replaceValue(config: MappedText, key: LocatedKey, value: string): TextEdit | undefined {
  const { end } = key.expression;
  const written = config.text.slice(config.text.indexOf("=", key.key.end) + 1, end).trimStart();
  return config.edit(end - written.length, end, value);
}
