import { type Span, spanInFile } from "../text/index.js";
import type { Job, Step } from "../workflow/index.js";

/** Where a step's script holds a text, first behind `marker`; `undefined` if it does not hold it as it is. */
export function locationInScript(step: Step, marker: string, text: string): Span | undefined {
  const script = step.run?.source.includes(marker) === true ? step.run.script : undefined;
  const behind = script?.text.indexOf(marker) ?? -1;
  const start = script && behind !== -1 && text !== "" ? script.text.indexOf(text, behind) : -1;
  return script && start !== -1 ? spanInFile(script, start, start + text.length) : undefined;
}

/** The same in the steps of a job, the last one first. */
export function locationInJob(job: Job, marker: string, text: string): Span | undefined {
  for (const step of job.steps.toReversed()) {
    const location = locationInScript(step, marker, text);
    if (location) return location;
  }
  return undefined;
}
