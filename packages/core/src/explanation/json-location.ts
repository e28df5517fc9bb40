import { isMap, isNode, isScalar, parseDocument } from "yaml";
import { type MappedText, type Span, spanInFile } from "../text/index.js";

/** Returns a function that gives the span of a key of config.toml in `GH_AW_CODEX_CONFIG_JSON`, its source. */
export function createJsonLocations(json: MappedText): (path: readonly string[]) => Span | undefined {
  // JSON is YAML, and this parser gives positions.
  const { contents } = parseDocument(json.text, { logLevel: "silent" });
  return (path) => {
    for (const part of ["overrides", "defaults"]) {
      const range = rangeOf(contents, [part, ...path]);
      if (range) return spanInFile(json, range[0], range[1]);
    }
    return undefined;
  };
}

/** From the start of a key to the end of its value or, if the value is an object, to the end of the key. */
function rangeOf(
  node: unknown,
  [name, ...rest]: readonly string[],
): readonly [start: number, end: number] | undefined {
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
  if (!pair || !isScalar(pair.key) || !pair.key.range) return undefined;
  if (rest.length > 0) return rangeOf(pair.value, rest);
  const [start, end] = pair.key.range;
  const { value } = pair;
  return [start, isNode(value) && !isMap(value) ? (value.range?.[1] ?? end) : end];
}
