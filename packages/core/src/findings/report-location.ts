import type { MessageData } from "../messages/index.js";
import { lineNumber, type Span } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { commentableLine } from "./comment-lines.js";

/** In UTF-16 code units; a remedy gives only the line of a longer word. */
const LONGEST_WORD = 40;

/** The location of a finding, and the data of its message. */
export interface ReportLocation {
  /** The line to report; a disable comment can be inserted above it. */
  readonly span: Span;
  /** The exact location, if it is on a later line. */
  readonly related: Span | undefined;
  readonly data: MessageData;
}

/**
 * Reports a location on the first line of the command that holds it, so that a disable comment, which editors insert
 * above the report, does not cut the command off. In that case the remedy names the line of the location.
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
