import {
  continuedCommand,
  lineNumber,
  lineStart,
  nextLineStart,
  type Span,
  type TextEdit,
  type Workflow,
} from "@gh-aw-lint/core";
import { findDirectiveComments } from "./find-directive-comments.js";
import type { Reported } from "./report.js";
import { scriptBodies } from "./script-bodies.js";

/** The message ids of the rule `misplaced-directive`. */
export type MisplacedDirectiveKind = "directiveInCommand";

/** The directive comments between the lines of one command, which end it. */
export function misplacedDirectives(
  workflow: Workflow,
): readonly (Reported & { readonly messageId: MisplacedDirectiveKind })[] {
  const { text } = workflow;
  return findDirectiveComments(text, () => scriptBodies(text, workflow)).flatMap((comment) => {
    const command = continuedCommand(workflow, comment.start);
    if (!command) return [];
    const line = lineNumber(text, command.start);
    return [
      {
        messageId: "directiveInCommand",
        span: comment,
        data: {
          line: String(line),
          remedy: `Move it above line ${line}, where it covers the whole command.`,
        },
        fix: moveAbove(text, comment, command),
        suggestions: [],
      },
    ];
  });
}

function moveAbove(text: string, comment: Span, command: Span): readonly TextEdit[] {
  const commentStart = lineStart(text, comment.start);
  const commentEnd = nextLineStart(text, comment.end);
  const target = lineStart(text, command.start);
  const indentation = text.slice(target, command.start);
  const rest = text.slice(comment.end, commentEnd);
  const end = rest.endsWith("\n") ? rest : "\n";
  return [
    { start: target, end: target, text: indentation + text.slice(comment.start, comment.end) + end },
    { start: commentStart, end: commentEnd, text: "" },
  ];
}
