import type { Span, TextEdit } from "../text/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { editedWorkflow, type Workflow } from "../workflow/index.js";
import type { Suggestion } from "./finding.js";
import { isRepairable, judgeWorkflow } from "./judge-workflow.js";
import { worsensAny } from "./worsened-run.js";

/** What deserves a word though the run may do well today. */
export interface Notice<Kind extends string = string> {
  readonly kind: Kind;
  /** The line to look at: offsets in the file, on one line, above which a disable comment can stand. */
  readonly span: Span;
  /** What exactly it is about, if that stands on a later line than `span`. */
  readonly related?: Span | undefined;
  /** What a message names: always `remedy`. */
  readonly data: Readonly<Record<string, string>>;
  readonly fix: readonly TextEdit[] | undefined;
  readonly suggestions: readonly Suggestion[];
}

/** `edits`, unless a run of the mended file is worse than it was. */
export function harmless(
  workflow: Workflow,
  edits: readonly TextEdit[] | undefined,
  options: DiagnoseOptions,
): readonly TextEdit[] | undefined {
  if (!edits || !isRepairable(workflow)) return undefined;
  const mended = editedWorkflow(workflow, edits);
  const isWorse = worsensAny(judgeWorkflow(workflow, options), judgeWorkflow(mended, options), options);
  return isWorse ? undefined : edits;
}
