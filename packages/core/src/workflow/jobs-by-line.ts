import { lineNumber } from "../text/index.js";
import type { Workflow } from "./workflow.js";

/** Which job a line belongs to, from 1: its id; `undefined` above the first job. */
export function jobsByLine({
  text,
  jobs,
}: Pick<Workflow, "text" | "jobs">): (line: number) => string | undefined {
  const starts = jobs.map(({ id, idSpan }) => ({ id, line: lineNumber(text, idSpan.start) }));
  return (line) => starts.findLast((job) => job.line <= line)?.id;
}
