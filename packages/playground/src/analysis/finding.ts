import { lineFeedAfter, lineStarts, type LintMessage, type Span } from "@gh-aw-lint/core";
import type { Linter } from "eslint/universal";
import type { Slot } from "./slots.js";
import { urlOf } from "./rules.js";

/** A message of ESLint, or what else there is to say about a place, with offsets in the text as the editor holds it. */
export interface Finding extends Span {
  /** From 1, as ESLint prints them. */
  readonly line: number;
  readonly column: number;
  /** What exactly it is about, where that stands on a later line. */
  readonly related: Span | undefined;
  readonly severity: "error" | "warning";
  /** With the plugin's prefix; `undefined` where the file cannot be parsed. */
  readonly rule: string | undefined;
  readonly url: string | undefined;
  readonly message: string;
  readonly fixable: boolean;
  readonly suggestions: readonly FindingSuggestion[];
  /** Of what a log says: what explains it. */
  readonly explanations: readonly Explanation[];
}

/** A finding in another text that explains what a log says. */
export interface Explanation {
  readonly slot: Slot;
  readonly finding: Finding;
  /** Whether it is among the findings of that text, as its rule is on. */
  readonly isListed: boolean;
}

/** An edit between which and others a person has to choose. */
export interface FindingSuggestion {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * ESLint's messages about a text, in its order.
 *
 * @param known what core says of it, with the place that each is about, which ESLint does not hand on
 */
export function findingsOf(
  text: string,
  messages: readonly Linter.LintMessage[],
  known: readonly LintMessage[],
): readonly Finding[] {
  // ESLint counts without it.
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

/** Several messages may be reported at the start of one command; each names what is to be done. */
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
