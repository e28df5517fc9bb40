import { once, type MappedText, type Span } from "../text/index.js";
import { readEnvironment } from "./environment.js";
import { readStep } from "./step.js";
import type { Job } from "./workflow.js";
import { entry, textOf } from "./yaml-entry.js";
import type { YamlNode } from "./yaml-node.js";

/** What a job has beside its name. */
export type JobContent = Pick<Job, "env" | "condition" | "steps">;

/** Reads the `jobs` mapping. A job or step that is no mapping is left out. */
export function readJobs(file: MappedText, node: YamlNode | undefined): Job[] {
  if (node?.kind !== "mapping") return [];
  return node.entries().flatMap(({ key, keySpan, value }) => {
    if (value?.kind !== "mapping") return [];
    const source = file.text.slice(keySpan.start, Math.max(keySpan.start, value.span.end));
    return [lazyJob(key, keySpan, source, () => readJobContent(file, value))];
  });
}

/** A job whose content is read when it is first asked for. */
export function lazyJob(id: string, idSpan: Span, source: string, read: () => JobContent): Job {
  const get = once(read);
  return {
    id,
    idSpan,
    source,
    get env() {
      return get().env;
    },
    get condition() {
      return get().condition;
    },
    get steps() {
      return get().steps;
    },
  };
}

export function readJobContent(file: MappedText, node: YamlNode | undefined): JobContent {
  const entries = node?.kind === "mapping" ? node.entries() : [];
  const steps = entry(entries, "steps")?.value;
  return {
    env: readEnvironment(file, entry(entries, "env")?.value),
    condition: textOf(entries, "if"),
    steps:
      steps?.kind === "sequence"
        ? steps.items().flatMap((step) => (step.kind === "mapping" ? [readStep(file, step)] : []))
        : [],
  };
}
