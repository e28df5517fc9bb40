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
} from "../yaml/index.js";
import { readEnvironment } from "./environment.js";
import type { RunScript, Step } from "./workflow.js";

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

/** A script of another kind than text, such as `run: 5`, is the text that GitHub makes of it. */
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
