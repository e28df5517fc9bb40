import { codexOutcome } from "@gh-aw-lint/core";
import { codexCases, type RecordedOutcome, type ReleaseRecording } from "../../recordings/index.js";

/** A case in which two recordings differ, as text. */
export interface Difference {
  readonly case: string;
  readonly before: string;
  readonly after: string;
}

/** The differences between two recordings, for cases that both have. */
export function differences(before: ReleaseRecording, after: ReleaseRecording): readonly Difference[] {
  return [...after.outcomes].flatMap(([name, outcome]) => {
    const earlier = before.outcomes.get(name);
    if (!earlier || JSON.stringify(earlier) === JSON.stringify(outcome)) return [];
    return { case: name, before: words(earlier), after: words(outcome) };
  });
}

/** The differences between the model of Codex and a release; `before` is the model's outcome. */
export function modelDifferences({ codex, outcomes }: ReleaseRecording): readonly Difference[] {
  const cases = codexCases();
  return [...outcomes].flatMap(([name, outcome]) => {
    const question = cases.get(name);
    if (!question) return [];
    const { config, env, args } = question;
    const model = codexOutcome({ ...(config !== null && { config }), codexVersion: codex, env, args });
    if (model.outcome === outcome.outcome) return [];
    return { case: name, before: `${model.outcome} (${model.reason.kind})`, after: words(outcome) };
  });
}

function words({ outcome, error }: RecordedOutcome): string {
  return error === null ? outcome : `${outcome}: ${error.join(" ").replaceAll(/\s+/g, " ")}`;
}

/** A Markdown table with a heading, or a sentence if there are no differences. */
export function table(
  heading: string,
  columns: readonly [before: string, after: string],
  rows: readonly Difference[],
): string {
  const cell = (text: string): string => text.replaceAll("|", "\\|");
  const lines = [
    ["case", ...columns],
    ["---", "---", "---"],
    ...rows.map((row) => [row.case, row.before, row.after]),
  ];
  const body = lines.map((cells) => `| ${cells.map(cell).join(" | ")} |`).join("\n");
  return `### ${heading}\n\n${rows.length === 0 ? "Nothing differs." : body}\n`;
}
