import {
  diagnoseWorkflow,
  mayRunCodex,
  parseWorkflow,
  type DiagnoseOptions,
  type Finding,
  type Notice,
  type Workflow,
} from "@gh-aw-lint/core";
import type { SourceCode } from "eslint";

/** What of ESLint's source code object is needed, whichever language made it. */
type Source = Pick<SourceCode, "text"> & { readonly ast: object };

/** `false` for a file in which nothing can run Codex. */
const workflows = new WeakMap<Source, Workflow | false>();

/** The findings of a file; the rules of one run share its model. */
export function findingsOf(source: Source, options: DiagnoseOptions): readonly Finding[] {
  const workflow = workflowOf(source);
  return workflow ? withoutRepetition(diagnoseWorkflow(workflow, options)) : [];
}

/** What else there is to say about a file. */
export function noticesOf(
  source: Source,
  find: (workflow: Workflow) => Notice | readonly Notice[],
): readonly Notice[] {
  const workflow = workflowOf(source);
  return workflow ? withoutRepetition([find(workflow)].flat()) : [];
}

/** Two runs of a job may read one file: what is wrong in it is one fault. */
function withoutRepetition<Found extends Notice>(findings: readonly Found[]): readonly Found[] {
  const keys = findings.map(({ kind, span, data }) => JSON.stringify([kind, span.start, data]));
  return findings.filter((_, index) => keys.indexOf(keys[index] ?? "") === index);
}

/** The file's model: that of our own language, or, where another plugin's parsed the file, one of its text. */
function workflowOf(source: Source): Workflow | false {
  let workflow = workflows.get(source);
  if (workflow === undefined) {
    if (isOurs(source.ast)) workflow = source.ast.workflow;
    else workflow = mayRunCodex(source.text) && parseWorkflow(source.text);
    workflows.set(source, workflow);
  }
  return workflow;
}

function isOurs(ast: object): ast is { readonly workflow: Workflow } {
  return "workflow" in ast;
}
