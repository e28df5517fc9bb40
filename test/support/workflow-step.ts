import { readFileSync } from "node:fs";
import { parse } from "yaml";

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly { name?: string; run?: string }[] }>>;
}

/** The script of the step with this name in the workflow at this path in the repository. */
export function scriptOf(path: string, name: string): string {
  const { jobs } = parse(readFileSync(path, "utf8")) as Workflow;
  const step = Object.values(jobs)
    .flatMap(({ steps }) => steps)
    .find((candidate) => candidate.name === name);
  if (step?.run === undefined) throw new Error(`${path} has no script named "${name}".`);
  return step.run;
}
