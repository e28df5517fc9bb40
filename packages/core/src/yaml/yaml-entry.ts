import { coreText, coreValue } from "./core-value.js";
import { isNull, type YamlEntry } from "./yaml-node.js";

/** The entry of a key. GitHub refuses a key that stands twice, so it does not matter which one this is. */
export function entry(entries: readonly YamlEntry[], key: string): YamlEntry | undefined {
  return entries.find((candidate) => candidate.key === key);
}

/** The text that GitHub makes of a key's scalar; `undefined` if there is none or it is null. */
export function textOf(entries: readonly YamlEntry[], key: string): string | undefined {
  const value = entry(entries, key)?.value;
  return value?.kind === "scalar" && !isNull(value) ? coreText(coreValue(value)) : undefined;
}
