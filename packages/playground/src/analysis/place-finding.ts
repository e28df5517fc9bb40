import type { FoundSymptom, YamlProblem } from "@gh-aw-lint/core";
import type { Finding } from "./finding.js";
import { urlOf } from "./rules.js";

/** What a log says of a failure that is known, under the rule whose findings most likely explain it. */
export function symptomFinding(text: string, symptom: FoundSymptom): Finding {
  const { rules, meaning, remedy } = symptom;
  const [rule] = rules.map((name) => `gh-aw/${name}`);
  const lineStart = startOfLine(text, symptom.line);
  const line = text.slice(lineStart).split("\n", 1)[0] ?? "";
  // Colors inside of it are not in the symptom's text: then the whole line is marked.
  const index = Math.max(0, line.indexOf(symptom.text));
  const length = line.startsWith(symptom.text, index) ? symptom.text.length : line.trimEnd().length;
  const start = lineStart + index;
  return findingAt(text, { start, end: start + length }, `${meaning} ${remedy}`, rule);
}

/** Why GitHub cannot read a file, as ESLint says it of those that it parses. */
export function problemFinding(text: string, { message, offset }: YamlProblem): Finding {
  const start = Math.min(offset, text.length);
  const lineFeed = text.indexOf("\n", start);
  const end = lineFeed === -1 ? text.length : lineFeed;
  return findingAt(text, { start, end }, `Parsing error: ${message}`, undefined);
}

function findingAt(
  text: string,
  { start, end }: Pick<Finding, "start" | "end">,
  message: string,
  rule: string | undefined,
): Finding {
  const before = text.slice(0, start);
  return {
    start,
    end,
    line: before.split("\n").length,
    column: start - before.lastIndexOf("\n"),
    related: undefined,
    severity: "error",
    rule,
    url: rule === undefined ? undefined : urlOf(rule),
    message,
    fixable: false,
    suggestions: [],
  };
}

/** @param number from 1 */
function startOfLine(text: string, number: number): number {
  let start = 0;
  for (let line = 1; line < number; line += 1) start = text.indexOf("\n", start) + 1;
  return start;
}
