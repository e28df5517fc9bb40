import type { MappedText } from "../text/index.js";
import {
  coreText,
  coreValue,
  scalarText,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from "../yaml/index.js";
import type { Environment, EnvironmentVariable } from "./workflow.js";

/** Reads an `env` mapping. One that is an expression as a whole (`env: ${{ ... }}`) has nothing to read. */
export function readEnvironment(file: MappedText, node: YamlNode | undefined): Environment {
  const environment = new Map<string, EnvironmentVariable>();
  if (node?.kind !== "mapping") return environment;
  for (const entry of node.entries()) {
    if (entry.value?.kind === "scalar" && !environment.has(entry.key)) {
      environment.set(entry.key, variable(file, entry, entry.value));
    }
  }
  return environment;
}

function variable(file: MappedText, entry: YamlEntry, scalar: YamlScalar): EnvironmentVariable {
  let text: MappedText | undefined;
  return {
    name: entry.key,
    keySpan: entry.keySpan,
    value: coreText(coreValue(scalar)),
    get text() {
      return (text ??= scalarText(file, scalar));
    },
  };
}
