import type { MappedText } from "../text/index.js";
import { readEnvironment } from "./environment.js";
import { readStep } from "./step.js";
import type { Job } from "./workflow.js";
import { entry, textOf } from "./yaml-entry.js";
import type { YamlNode } from "./yaml-node.js";

/** Reads the `jobs` mapping. A job or step that is no mapping is left out. */
export function readJobs(file: MappedText, node: YamlNode | undefined): Job[] {
  const jobs: Job[] = [];
  if (node?.kind !== "mapping") return jobs;
  for (const { key, keySpan, value } of node.entries()) {
    if (value?.kind !== "mapping") continue;
    const entries = value.entries();
    const steps = entry(entries, "steps")?.value;
    jobs.push({
      id: key,
      idSpan: keySpan,
      env: readEnvironment(file, entry(entries, "env")?.value),
      condition: textOf(entries, "if"),
      steps:
        steps?.kind === "sequence"
          ? steps.items().flatMap((step) => (step.kind === "mapping" ? [readStep(file, step)] : []))
          : [],
    });
  }
  return jobs;
}
