import { outlineOf } from "./outline.js";
import { outlinedWorkflow } from "./outlined-workflow.js";
import { parseWholeWorkflow } from "./whole-workflow.js";
import type { Workflow } from "./workflow.js";

/**
 * Reads a workflow, or what there is of one: any text gives a model, none throws. Of a file that is laid out
 * as usual, only what is asked for is parsed.
 */
export function parseWorkflow(text: string): Workflow {
  const outline = outlineOf(text);
  return outline ? outlinedWorkflow(text, outline) : parseWholeWorkflow(text);
}
