import { type Span, spanInFile } from "../text/index.js";
import type { Job, Step } from "../workflow/index.js";

/**
 * The span of the first `text` at or after `marker` in a step's script; `undefined` if the script does not contain it.
 */
export function locationInScript(step: Step, marker: string, text: string): Span | undefined {
  const script = step.run?.source.includes(marker) === true ? step.run.script : undefined;
  const markerStart = script?.text.indexOf(marker) ?? -1;
  const start = script && markerStart !== -1 && text !== "" ? script.text.indexOf(text, markerStart) : -1;
  return script && start !== -1 ? spanInFile(script, start, start + text.length) : undefined;
}

/** Like `locationInScript`, in the steps of a job, the last one first. */
export function locationInJob(job: Job, marker: string, text: string): Span | undefined {
  for (const step of job.steps.toReversed()) {
    const location = locationInScript(step, marker, text);
    if (location) return location;
  }
  return undefined;
}
