import type { MessageData } from "../messages/index.js";
import { lineNumber, type Span } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { commentableLine } from "./comment-place.js";

/** Longer words are named by their line alone. */
const LONGEST_WORD = 40;

/** Where a finding is reported, and what its message names. */
export interface ReportPlace {
  /** The line to look at, above which a disable comment can stand. */
  readonly span: Span;
  /** What exactly it is about, if that stands on a later line. */
  readonly related: Span | undefined;
  readonly data: MessageData;
}

/**
 * The report of what stands at `place`: on the first line of the command that holds it, so that a comment above the
 * report, which editors write by themselves, ends no command. The remedy then names the line of the place itself.
 */
export function reportAt(
  workflow: Workflow,
  place: Span,
  data: MessageData & { readonly remedy: string },
): ReportPlace {
  const { text } = workflow;
  const span = commentableLine(workflow, place);
  if (!text.slice(span.start, place.start).includes("\n")) return { span, related: undefined, data };
  const word = text.slice(place.start, place.end);
  const line = lineNumber(text, place.start);
  const named =
    word.length > LONGEST_WORD || /[\r\n`]/.test(word) ? `line ${line}` : `\`${word}\` in line ${line}`;
  return { span, related: place, data: { ...data, remedy: `${data.remedy} See ${named}.` } };
}
