import { mayRunCodex, parseWorkflow, type Workflow } from "@gh-aw-lint/core";
import type { SourceCode } from "eslint";

/** What of ESLint's source code object is needed, whichever language made it. */
type Source = Pick<SourceCode, "text"> & { readonly ast: object };

const workflows = new WeakMap<Source, Workflow | false>();

/**
 * The file's model, which the rules of one run share: that of our own language, or, where another plugin's parsed the
 * file, one of its text. `false` for a file in which nothing can run Codex.
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
