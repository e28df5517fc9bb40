import { coreText, coreValue, entry, textOf, type YamlNode } from "../yaml/index.js";
import type { Trigger, WorkflowInput } from "./workflow.js";

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
