import type { MessageData } from "../messages/index.js";
import { lineNumber, type Span } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { commentableLine } from "./comment-lines.js";

/** Longer words are named by their line alone. */
const LONGEST_WORD = 40;

/** Where a finding is reported, and what its message names. */
export interface ReportLocation {
  /** The line to look at, above which a disable comment can stand. */
  readonly span: Span;
  /** What exactly it is about, if that stands on a later line. */
  readonly related: Span | undefined;
  readonly data: MessageData;
}

/**
 * The report of what stands at `location`: on the first line of the command that holds it, so that a comment above the
 * report, which editors write by themselves, ends no command. The remedy then names the line of the place itself.
 */
export function reportAt(
  workflow: Workflow,
  location: Span,
  data: MessageData & { readonly remedy: string },
): ReportLocation {
  const { text } = workflow;
  const span = commentableLine(workflow, location);
  if (!text.slice(span.start, location.start).includes("\n")) return { span, related: undefined, data };
  const word = text.slice(location.start, location.end);
  const line = lineNumber(text, location.start);
  const named =
    word.length > LONGEST_WORD || /[\r\n`]/.test(word) ? `line ${line}` : `\`${word}\` on line ${line}`;
  return { span, related: location, data: { ...data, remedy: `${data.remedy} See ${named}.` } };
}
