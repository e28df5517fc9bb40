import { mayRunCodex, parseWorkflow, type Workflow } from "@gh-aw-lint/core";
import type { SourceCode } from "eslint";

/** The parts of ESLint's source code object that are needed, whichever language created it. */
type Source = Pick<SourceCode, "text"> & { readonly ast: object };

const workflows = new WeakMap<Source, Workflow | false>();

/**
 * The file's model, shared by all rules of a run: from our own language or, if another plugin's parsed the file, parsed from
 * its text. `false` for a file that cannot run Codex.
 */
export function workflowOf(source: Source): Workflow | false {
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
