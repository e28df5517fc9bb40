import { lineEnd, type Span, type Workflow } from "@gh-aw-lint/core";

/**
 * The script parts of the `run:` values of all jobs, most of which nothing else has to parse. They exclude the line of a
 * block scalar's `|`, after which YAML allows a comment.
 */
export function scriptBodies(text: string, workflow: Workflow | false): readonly Span[] {
  if (!workflow) return [];
  return workflow.jobs
    .flatMap((job) => job.steps.flatMap(({ run }) => run ?? []))
    .map(({ span: { start, end } }) => {
      const isBlock = text[start] === "|" || text[start] === ">";
      return { start: isBlock ? lineEnd(text, start) : start, end };
    });
}
