import { lineStart, nextLineStart, type MappedText, type Span, type TextEdit } from "../text/index.js";
import {
  insertBeforeTables,
  insertIntoTable,
  type LocatedKey,
  locateExpression,
  locateSegments,
  replaceValue,
} from "../toml/index.js";
import { allEdits } from "./fix.js";
import { providerTable, selectionLine, type Provider } from "./provider-block.js";

/** Edits of a config.toml in the lock file; `undefined` if its text cannot be edited that way. */
export type ConfigEdits = readonly TextEdit[] | undefined;

/** Defines and selects the provider, and replaces the value of an existing `model_provider` at the root. */
export function insertProvider(config: MappedText, provider: Provider): ConfigEdits {
  const selected = locateExpression(config.text, [], "model_provider");
  if (!selected) {
    return allEdits([
      insertBeforeTables(config, `${selectionLine(provider.id)}\n${providerTable(provider)}`),
    ]);
  }
  return allEdits([
    replaceValue(config, selected, JSON.stringify(provider.id)),
    insertBeforeTables(config, providerTable(provider)),
  ]);
}

/** Defines a provider that is selected already. */
export function defineProvider(config: MappedText, provider: Provider): ConfigEdits {
  return allEdits([insertBeforeTables(config, providerTable(provider))]);
}

/** Selects a provider that is defined already. */
export function selectProvider(config: MappedText, providerId: string): ConfigEdits {
  const selected = locateExpression(config.text, [], "model_provider");
  if (selected) return allEdits([replaceValue(config, selected, JSON.stringify(providerId))]);
  return allEdits([config.edit(0, 0, selectionLine(providerId))]);
}

/** Moves a misplaced key to the top of the file, with the comment on its line. */
export function moveToRoot(config: MappedText, key: LocatedKey): ConfigEdits {
  const { text } = config;
  const { start, end } = key.expression;
  const line = wholeLines(text, start, end);
  if (!line || key.inInlineTable || key.dotted) return undefined;
  const content = text.slice(start, line.end).trimEnd();
  return allEdits([config.edit(0, 0, `${content}\n`), config.edit(line.start, line.end, "")]);
}

/** Removes a key, with its line. */
export function removeKey(config: MappedText, { expression, inInlineTable }: LocatedKey): ConfigEdits {
  return inInlineTable ? undefined : removeLines(config, expression);
}

/** Sets a key of the provider's table; `value` is TOML source. */
export function setProviderKey(
  config: MappedText,
  providerId: string,
  key: string,
  value: string,
): ConfigEdits {
  const table = ["model_providers", providerId];
  const present = locateExpression(config.text, table, key);
  if (present) return allEdits([replaceValue(config, present, value)]);
  return allEdits([insertIntoTable(config, table, `${key} = ${value}\n`)]);
}

/** Renames the last segment of a key. */
export function renameKey(config: MappedText, key: LocatedKey, name: string): ConfigEdits {
  const segment = locateSegments(config.text, key.path).find(
    ({ start, end }) => start >= key.key.start && end <= key.key.end,
  );
  return segment && allEdits([config.edit(segment.start, segment.end, name)]);
}

/** Removes a key of the provider's table, with its line. */
export function removeProviderKey(config: MappedText, providerId: string, key: string): ConfigEdits {
  const present = locateExpression(config.text, ["model_providers", providerId], key);
  return present && removeLines(config, present.expression);
}

/** Removes an expression with its lines; `undefined` if they hold more than it. */
function removeLines(config: MappedText, { start, end }: Span): ConfigEdits {
  const line = wholeLines(config.text, start, end);
  return line && allEdits([config.edit(line.start, line.end, "")]);
}

/** The whole lines of `[start, end)`, if they hold nothing else but a comment. */
function wholeLines(text: string, start: number, end: number): Span | undefined {
  const first = lineStart(text, start);
  const next = nextLineStart(text, end);
  const isAlone =
    /^[ \t]*$/.test(text.slice(first, start)) && /^[ \t]*(#.*)?\r?\n?$/.test(text.slice(end, next));
  return isAlone ? { start: first, end: next } : undefined;
}
