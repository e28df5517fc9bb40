import { once, type MappedText } from "../text/index.js";
import { readEnvironment } from "./environment.js";
import { readStep } from "./step.js";
import type { Job } from "./workflow.js";
import { entry, textOf } from "../yaml/index.js";
import type { YamlNode } from "../yaml/index.js";

/** What a job has that has to be parsed. */
export type JobContent = Pick<Job, "env" | "condition" | "steps">;

/** What shows at a look at its text. */
export type JobTitle = Omit<Job, keyof JobContent>;

/** Reads the `jobs` mapping. A job or step that is no mapping is left out; an alias may bring in other jobs' steps. */
export function readJobs(file: MappedText, node: YamlNode | undefined, hasAliases: boolean): Job[] {
  if (node?.kind !== "mapping") return [];
  return node.entries().flatMap(({ key, keySpan, value }) => {
    if (value?.kind !== "mapping") return [];
    const source = file.text.slice(keySpan.start, Math.max(keySpan.start, value.span.end));
    // All is parsed already: a coarser look will do.
    const title = { id: key, idSpan: keySpan, source, mayRunCodex: hasAliases || source.includes("awf") };
    return [
      lazyJob(
        title,
        once(() => readJobContent(file, value)),
      ),
    ];
  });
}

/** A job whose content is read when it is asked for. */
export function lazyJob(title: JobTitle, read: () => JobContent): Job {
  return {
    ...title,
    get env() {
      return read().env;
    },
    get condition() {
      return read().condition;
    },
    get steps() {
      return read().steps;
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
