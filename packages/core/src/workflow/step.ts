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
  const uses = textOf(entries, "uses");
  const inputs = entry(entries, "with")?.value;
  const retried = uses !== undefined && RETRY.test(uses) ? readRetried(file, inputs) : undefined;
  const run = retried?.run ?? readRunScript(file, entry(entries, "run"));
  return {
    id: textOf(entries, "id"),
    name: textOf(entries, "name"),
    uses: retried ? undefined : uses,
    with: readEnvironment(file, inputs),
    condition: textOf(entries, "if"),
    continueOnError: textOf(entries, "continue-on-error"),
    shell: retried?.shell ?? textOf(entries, "shell"),
    workingDirectory: retried ? "" : textOf(entries, "working-directory"),
    env: readEnvironment(file, entry(entries, "env")?.value),
    run,
    hasOtherOutputs: retried !== undefined || (run !== undefined && PRINTED_OUTPUT.test(run.source)),
    span: node.span,
  };
}

/** A line that sets an output when it is printed; the runner still accepts it, with a warning. */
const PRINTED_OUTPUT = /::set-output\s/i;

/** An action that runs its input `command` with Bash or `sh`, without `-e`, until it succeeds (its `src/index.ts`). */
const RETRY = /^(?:nick-fields|nick-invision)\/retry@/i;

/** Inputs with which it runs other commands, too, or succeeds although the command failed. */
const OTHER_COMMANDS: readonly string[] = ["new_command_on_retry", "on_retry_command", "continue_on_error"];

/** The script that a step repeats until it succeeds, and its shell; `undefined` if that is not all that it does. */
function readRetried(
  file: MappedText,
  inputs: YamlNode | undefined,
): { readonly run: RunScript; readonly shell: string } | undefined {
  if (inputs?.kind !== "mapping") return undefined;
  const entries = inputs.entries();
  const textOfInput = (name: string): string => (textOf(entries, name) ?? "").replace(/^false$/i, "").trim();
  const shell = textOfInput("shell") || "bash";
  const run = readRunScript(file, entry(entries, "command"));
  const isAll = /^(?:ba)?sh$/.test(shell) && OTHER_COMMANDS.every((name) => textOfInput(name) === "");
  return run && isAll ? { run, shell: `${shell} {0}` } : undefined;
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
