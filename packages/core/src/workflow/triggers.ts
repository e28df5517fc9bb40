import { coreText, coreValue, entry, textOf, type CoreValue, type YamlNode } from "../yaml/index.js";
import { choice, known, unknown, type Value } from "./expressions/index.js";
import type { Trigger, Workflow, WorkflowInput } from "./workflow.js";

/** Reads `on`: a name, a list of names, or a mapping of them. */
export function readTriggers(node: YamlNode | undefined): readonly Trigger[] | undefined {
  switch (node?.kind) {
    case "scalar":
      return [{ event: node.value, inputs: [] }];
    case "sequence":
      return node
        .items()
        .flatMap((item) => (item.kind === "scalar" ? [{ event: item.value, inputs: [] }] : []));
    case "mapping":
      return node.entries().map(({ key, value }) => ({ event: key, inputs: readInputs(value) }));
    case undefined:
      return undefined;
  }
}

function readInputs(event: YamlNode | undefined): readonly WorkflowInput[] {
  const inputs = event?.kind === "mapping" ? entry(event.entries(), "inputs")?.value : undefined;
  if (inputs?.kind !== "mapping") return [];
  return inputs.entries().map(({ key: name, value }) => {
    const entries = value?.kind === "mapping" ? value.entries() : [];
    const preset = entry(entries, "default")?.value;
    return {
      name,
      type: textOf(entries, "type"),
      options: textsOf(entry(entries, "options")?.value),
      isRequired: textOf(entries, "required") === "true",
      default: preset?.kind === "scalar" ? coreValue(preset) : undefined,
    };
  });
}

function textsOf(node: YamlNode | undefined): readonly string[] {
  const items = node?.kind === "sequence" ? node.items() : [];
  return items.flatMap((item) => (item.kind === "scalar" ? [coreText(coreValue(item))] : []));
}

/**
 * The context `inputs`, or `github.event.inputs`, which holds only texts. A user who starts the workflow by hand may
 * enter any values; a run with the file's defaults is assumed, since a fault of that run is a fault of the file. The
 * inputs from a caller of a reusable workflow are not known.
 */
export function inputsOf(workflow: Workflow, form: "typed" | "text"): Value {
  const { triggers } = workflow;
  if (!triggers) return unknown("inputs");
  return {
    kind: "object",
    get: (name) =>
      choice(
        triggers.map((trigger) => inputValue(trigger, name, form)),
        `inputs.${name}`,
      ),
  };
}

function inputValue({ event, inputs }: Trigger, name: string, form: "typed" | "text"): Value {
  const input = inputs.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  if (!input) return known(null);
  if (event === "workflow_call") return form === "text" ? known(null) : unknown(`inputs.${input.name}`);
  const proposed = proposedValue(input);
  if (proposed === undefined) return unknown(`inputs.${input.name}`);
  return known(form === "text" ? coreText(proposed) : proposed);
}

/** The value that GitHub's form proposes; `undefined` if the user has to enter one. */
function proposedValue(input: WorkflowInput): CoreValue | undefined {
  if (input.type === "boolean") return coreText(input.default ?? false) === "true";
  if (typeof input.default === "string" && input.default.includes("${{")) return undefined;
  if (input.default !== undefined && input.default !== null)
    return input.type === "number" ? input.default : coreText(input.default);
  if (input.type === "choice") return input.options[0];
  // The form proposes one of the repository's environments.
  return input.isRequired || input.type === "environment" ? undefined : "";
}
