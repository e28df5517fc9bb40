import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>>;
}

/** The script of a step, by the workflow's path in the repository and the step's name. */
export function scriptOf(path: string, name: string): string {
  const { jobs } = parse(readFileSync(path, "utf8")) as Workflow;
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((candidate) => candidate.name === name);
  if (step?.run === undefined) throw new Error(`${path} has no script named "${name}".`);
  return step.run;
}
