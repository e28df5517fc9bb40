import { applyEdits, fileText, type Span, type TextEdit } from "../text/index.js";
import { lazyJob } from "./job.js";
import { outlineOf, outlineOfJob } from "./outline.js";
import { parseWorkflow } from "./parse-workflow.js";
import { readStep } from "./step.js";
import type { Job, Step, Workflow } from "./workflow.js";
import { parseYaml } from "../yaml/index.js";

/**
 * A workflow of `parseWorkflow` after edits, to see what it does then. If the edits only change steps of one job, only
 * these steps are parsed again; the spans of everything else stay those before the edits.
 *
 * @throws RangeError if an edit lies outside the text or two edits overlap.
 */
export function editedWorkflow(workflow: Workflow, edits: readonly TextEdit[]): Workflow {
  const text = applyEdits(workflow.text, edits);
  const jobs = editedJobs(workflow, edits, text);
  const { env, filter } = workflow;
  if (!jobs) return parseWorkflow(text, filter);
  return {
    text,
    get triggers() {
      return workflow.triggers;
    },
    env,
    get defaults() {
      return workflow.defaults;
    },
    jobs,
    problems: [],
    filter,
  };
}

/** The jobs after the edits; `undefined` if more than the steps of one job may change. */
function editedJobs(
  workflow: Workflow,
  edits: readonly TextEdit[],
  text: string,
): readonly Job[] | undefined {
  const outline = outlineOf(workflow.text);
  const index = outline?.jobs.findIndex(({ span }) => edits.every((edit) => isInside(edit, span))) ?? -1;
  const [part, job] = [outline?.jobs[index], workflow.jobs[index]];
  if (!part || !job) return undefined;
  const spans = outlineOfJob(workflow.text, part)?.steps;
  if (spans?.length !== job.steps.length) return undefined;
  const steps = editedSteps(job.steps, spans, edits, text);
  if (!steps) return undefined;
  const { id, idSpan } = job;
  const source = text.slice(part.span.start, part.span.end + growthOf(edits));
  const edited = lazyJob({ id, idSpan, source, mayMatter: true }, () => ({ ...job, steps }));
  return workflow.jobs.with(index, edited);
}

function editedSteps(
  steps: readonly Step[],
  spans: readonly Span[],
  edits: readonly TextEdit[],
  text: string,
): readonly Step[] | undefined {
  let growth = 0;
  let changes = 0;
  const result: Step[] = [];
  for (const [index, span] of spans.entries()) {
    const step = steps[index];
    if (!step || !isInside(step.span, span)) return undefined;
    const own = edits.filter((edit) => isInside(edit, span));
    // The blanks and the dash before a step belong to its sequence.
    if (own.some(({ start }) => start < step.span.start)) return undefined;
    const start = span.start + growth;
    growth += growthOf(own);
    changes += own.length;
    const edited = own.length === 0 ? step : parseStep(text, { start, end: span.end + growth });
    if (!edited) return undefined;
    result.push(edited);
  }
  return changes === edits.length ? result : undefined;
}

/** Parses the lines of one step; `undefined` if they do not hold exactly one step. */
function parseStep(text: string, { start, end }: Span): Step | undefined {
  // The next step has to stay on a line of its own.
  if (end < text.length && text[end - 1] !== "\n") return undefined;
  const { root, problems, hasAliases } = parseYaml(text.slice(start, end), start);
  if (problems.length > 0 || hasAliases || root?.kind !== "sequence") return undefined;
  const [item, ...others] = root.items();
  if (item?.kind !== "mapping" || others.length > 0) return undefined;
  const step = readStep(fileText(text), item);
  // Duplicate keys are found only when the step is read.
  return problems.length === 0 ? step : undefined;
}

/** Whether an edit or a node starts after the start of a part and ends at or before its end. */
function isInside({ start, end }: Span, part: Span): boolean {
  return start > part.start && end <= part.end;
}

function growthOf(edits: readonly TextEdit[]): number {
  return edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}
