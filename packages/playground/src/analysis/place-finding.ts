import {
  lineFeedAfter,
  lineStarts,
  positionAt,
  type FoundSymptom,
  type Span,
  type YamlProblem,
} from "@gh-aw-lint/core";
import type { Finding } from "./finding.js";
import { urlOf } from "./rules.js";

/** A known error in a log, under the rule whose findings most likely explain it. */
export function symptomFinding(text: string, symptom: FoundSymptom): Finding {
  const { rules, meaning, remedy } = symptom;
  const [rule] = rules.map((name) => `gh-aw/${name}`);
  const lineStart = lineStarts(text)[symptom.line - 1] ?? 0;
  const line = text.slice(lineStart, lineFeedAfter(text, lineStart));
  // The error's text has no color codes. If the log has some within the text, the whole line is highlighted.
  const index = Math.max(0, line.indexOf(symptom.text));
  const length = line.startsWith(symptom.text, index) ? symptom.text.length : line.trimEnd().length;
  const start = lineStart + index;
  return findingAt(text, { start, end: start + length }, `${meaning} ${remedy}`, rule);
}

/** Why GitHub cannot read a file, in the form of ESLint's parsing errors. */
export function problemFinding(text: string, { message, offset }: YamlProblem): Finding {
  const start = Math.min(offset, text.length);
  return findingAt(text, { start, end: lineFeedAfter(text, start) }, `Parsing error: ${message}`, undefined);
}

function findingAt(text: string, { start, end }: Span, message: string, rule: string | undefined): Finding {
  return {
    start,
    end,
    ...positionAt(text, start),
    related: undefined,
    severity: "error",
    rule,
    url: rule === undefined ? undefined : urlOf(rule),
    message,
    fixable: false,
    suggestions: [],
    explanations: [],
  };
}
