import type { MappedText } from "../text/index.js";
import { readEnvironment } from "./environment.js";
import { scalarText } from "../yaml/index.js";
import type { RunScript, Step } from "./workflow.js";
import { entry, textOf } from "../yaml/index.js";
import { isNull, type YamlEntry, type YamlMapping } from "../yaml/index.js";

export function readStep(file: MappedText, node: YamlMapping): Step {
  const entries = node.entries();
  return {
    name: textOf(entries, "name"),
    uses: textOf(entries, "uses"),
    condition: textOf(entries, "if"),
    shell: textOf(entries, "shell"),
    env: readEnvironment(file, entry(entries, "env")?.value),
    run: readRunScript(file, entry(entries, "run")),
    span: node.span,
  };
}

/** A script of another kind than text, such as `run: 5`, is its text, as it is for the runner. */
function readRunScript(file: MappedText, run: YamlEntry | undefined): RunScript | undefined {
  const scalar = run?.value;
  if (run === undefined || scalar?.kind !== "scalar" || isNull(scalar)) return undefined;
  let script: MappedText | undefined;
  return {
    source: scalar.value,
    get script() {
      return (script ??= scalarText(file, scalar));
    },
    keySpan: run.keySpan,
    span: scalar.span,
  };
}
