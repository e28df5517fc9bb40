import { codexOutcome } from "@gh-aw-lint/core";
import { codexCases, type RecordedOutcome, type ReleaseRecording } from "../../recordings/index.js";

/** A case in which two recordings differ, as words. */
export interface Difference {
  readonly case: string;
  readonly before: string;
  readonly after: string;
}

/** What differs between two recordings, in the cases that both have; the rest of a message says nothing new. */
export function differences(before: ReleaseRecording, after: ReleaseRecording): readonly Difference[] {
  return [...after.outcomes].flatMap(([name, outcome]) => {
    const earlier = before.outcomes.get(name);
    if (!earlier || JSON.stringify(earlier) === JSON.stringify(outcome)) return [];
    return { case: name, before: words(earlier), after: words(outcome) };
  });
}

/** Where the model of Codex says something else than what a release did: `before` is the model's word. */
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

/** A table in Markdown, with a heading; a sentence instead where nothing differs. */
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
