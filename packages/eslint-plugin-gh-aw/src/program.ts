import type { SourceLocation, SourceRange } from "@eslint/core";
import { positionAt, type Workflow } from "@gh-aw-lint/core";

/**
 * The root node, and the only one. For rules for JavaScript that run on every file, it is an empty program; for our
 * rules, it has the workflow, if that may run Codex.
 */
export interface Program {
  readonly type: "Program";
  readonly sourceType: "module";
  readonly range: SourceRange;
  readonly loc: SourceLocation;
  /** `false` for a file that cannot run Codex. */
  readonly workflow: Workflow | false;
  readonly body: readonly never[];
  readonly comments: readonly never[];
  readonly tokens: readonly never[];
}

/** The root node of a file. */
export function programOf(text: string, workflow: Workflow | false): Program {
  const { line, column } = positionAt(text, text.length);
  return {
    type: "Program",
    sourceType: "module",
    range: [0, text.length],
    loc: { start: { line: 1, column: 0 }, end: { line, column: column - 1 } },
    workflow,
    body: [],
    comments: [],
    tokens: [],
  };
}
