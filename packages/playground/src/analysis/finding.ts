import { lineFeedAfter, lineStarts, type LintMessage, type Span } from "@gh-aw-lint/core";
import type { Linter } from "eslint/universal";
import type { Slot } from "./slots.js";
import { urlOf } from "./rules.js";

/** A message of ESLint, or another note about a location, with offsets in the editor's text. */
export interface Finding extends Span {
  /** From 1, as in ESLint's output. */
  readonly line: number;
  readonly column: number;
  /** The exact location of the cause, if it is on a later line. */
  readonly related: Span | undefined;
  readonly severity: "error" | "warning";
  /** With the plugin's prefix; `undefined` if the file cannot be parsed. */
  readonly rule: string | undefined;
  readonly url: string | undefined;
  readonly message: string;
  readonly fixable: boolean;
  readonly suggestions: readonly FindingSuggestion[];
  /** For an error in a log: the findings that explain it. */
  readonly explanations: readonly Explanation[];
}

/** A finding in another text that explains an error in the log. */
export interface Explanation {
  readonly slot: Slot;
  readonly finding: Finding;
  /** Whether that text's list shows the finding, because its rule is enabled. */
  readonly isListed: boolean;
}

/** One of several edits from which a person must choose. */
export interface FindingSuggestion {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * ESLint's messages about a text, in its order.
 *
 * @param known core's findings, which have the exact locations that ESLint does not pass on
 */
export function findingsOf(
  text: string,
  messages: readonly Linter.LintMessage[],
  known: readonly LintMessage[],
): readonly Finding[] {
  // ESLint's offsets do not count the byte order mark.
  const mark = text.startsWith("\uFEFF") ? 1 : 0;
  const starts = lineStarts(text).with(0, mark);
  const offsetOf = (line: number, column: number): number => {
    const start = starts[Math.min(line, starts.length) - 1] ?? 0;
    return Math.min(text.length, start + column - 1);
  };
  return messages.map((message) => {
    const start = offsetOf(message.line, message.column);
    const end =
      message.endLine === undefined || message.endColumn === undefined
        ? lineFeedAfter(text, start)
        : offsetOf(message.endLine, message.endColumn);
    return {
      start,
      end: Math.max(start, end),
      line: message.line,
      column: message.column,
      related: relatedTo(message, start, known),
      severity: message.severity === 2 ? "error" : "warning",
      rule: message.ruleId ?? undefined,
      url: message.ruleId === null ? undefined : urlOf(message.ruleId),
      message: message.message,
      fixable: message.fix !== undefined,
      suggestions: (message.suggestions ?? []).map(({ desc, fix }) => ({
        title: desc,
        start: fix.range[0] + mark,
        end: fix.range[1] + mark,
        text: fix.text,
      })),
      explanations: [],
    };
  });
}

/** Several messages may be at the start of one command; their remedies tell them apart. */
function relatedTo(
  { ruleId, messageId, message }: Linter.LintMessage,
  start: number,
  known: readonly LintMessage[],
): Span | undefined {
  const found = known.filter(
    (one) => `gh-aw/${one.ruleId}` === ruleId && one.messageId === messageId && one.span.start === start,
  );
  return (found.find(({ data }) => message.includes(data.remedy ?? "")) ?? found[0])?.related;
}
