import type { MappedText } from "../text/index.js";
import {
  coreText,
  coreValue,
  entry,
  isNull,
  scalarText,
  textOf,
  type YamlEntry,
  type YamlMapping,
  type YamlNode,
  type YamlScalar,
} from "../yaml/index.js";
import type { Environment, EnvironmentVariable, RunScript, Step } from "./workflow.js";

/** Reads a step from an item of `steps`. */
export function readStep(file: MappedText, node: YamlMapping): Step {
  const entries = node.entries();
  return {
    id: textOf(entries, "id"),
    name: textOf(entries, "name"),
    uses: textOf(entries, "uses"),
    with: readEnvironment(file, entry(entries, "with")?.value),
    condition: textOf(entries, "if"),
    continueOnError: textOf(entries, "continue-on-error"),
    shell: textOf(entries, "shell"),
    workingDirectory: textOf(entries, "working-directory"),
    env: readEnvironment(file, entry(entries, "env")?.value),
    run: readRunScript(file, entry(entries, "run")),
    span: node.span,
  };
}

/** A script that is not text, such as `run: 5`, becomes the text that GitHub converts it to. */
function readRunScript(file: MappedText, run: YamlEntry | undefined): RunScript | undefined {
  const scalar = run?.value;
  if (run === undefined || scalar?.kind !== "scalar" || isNull(scalar)) return undefined;
  let script: MappedText | undefined;
  return {
    source: coreText(coreValue(scalar)),
    get script() {
      return (script ??= scalarText(file, scalar));
    },
    keySpan: run.keySpan,
    span: scalar.span,
  };
}

/** Reads an `env` mapping. An `env` that is an expression as a whole (`env: ${{ ... }}`) gives no variables. */
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
