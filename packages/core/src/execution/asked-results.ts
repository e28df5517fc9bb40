import { memoizeByObject } from "../text/index.js";
import type { Job } from "../workflow/index.js";

/** Which results of a step the job's expressions may read. */
export function wantedResults(job: Job, id: string): { readonly end: boolean; readonly outputs: boolean } {
  const { source } = job;
  const { ends, outputs, areComputed } = askedResults(job);
  return {
    end: ends.some((offset) => source.endsWith(id, offset)),
    outputs: areComputed || outputs.some((offset) => source.endsWith(id, offset)),
  };
}

/** The offsets of `.outcome` and `.conclusion`, and of `.outputs`, in a job's text; found once for all of its steps. */
const askedResults = memoizeByObject(({ source }: Job) => {
  const ends: number[] = [];
  const outputs: number[] = [];
  for (const { 0: asked, index } of source.matchAll(/\.(?:outcome|conclusion|outputs)/g))
    (asked === ".outputs" ? outputs : ends).push(index);
  return { ends, outputs, areComputed: source.includes("steps[") };
});
