import type { MappedText, TextEdit } from "../text/index.js";
import { findKeys, locateSegments } from "../toml/index.js";
import { definedProviders, textAt } from "../faults/index.js";
import { allEdits } from "./all-edits.js";
import { selectionLine } from "./provider-block.js";
import { replaceValue } from "../toml/index.js";

/** Gives a provider another id, where it is defined and where it is selected, and selects it if nothing does. */
export function renameProvider(
  config: MappedText,
  from: string,
  to: string,
): readonly TextEdit[] | undefined {
  const { text } = config;
  if (definedProviders(text).includes(to)) return undefined;
  const definitions = locateSegments(text, ["model_providers", from]).map(({ start, end }) =>
    config.edit(start, end, to),
  );
  const selections = findKeys(text, "model_provider").filter(({ path }) => path.length === 1);
  const selected =
    selections.length === 0
      ? [config.edit(0, 0, selectionLine(to))]
      : selections
          .filter(({ path }) => textAt(text, path) === from)
          .map((key) => replaceValue(config, key, JSON.stringify(to)));
  return allEdits([...definitions, ...selected]);
}
