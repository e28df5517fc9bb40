import { lineNumber, parseWorkflow } from "eslint-plugin-gh-aw/core";

/** Which job a line belongs to: its id; `undefined` above the first one. */
export type JobOf = (line: number) => string | undefined;

/** The jobs of a workflow by line, from 1. */
export function jobsByLine(text: string): JobOf {
  const jobs = parseWorkflow(text).jobs.map(({ id, idSpan }) => ({
    id,
    line: lineNumber(text, idSpan.start),
  }));
  return (line) => jobs.findLast((job) => job.line <= line)?.id;
}
