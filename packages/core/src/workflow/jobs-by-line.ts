import { lineNumber } from "../text/index.js";
import type { Workflow } from "./workflow.js";

/** Returns a function that gives the id of the job of a line, counted from 1; `undefined` above the first job. */
export function jobsByLine({
  text,
  jobs,
}: Pick<Workflow, "text" | "jobs">): (line: number) => string | undefined {
  const starts = jobs.map(({ id, idSpan }) => ({ id, line: lineNumber(text, idSpan.start) }));
  return (line) => starts.findLast((job) => job.line <= line)?.id;
}
