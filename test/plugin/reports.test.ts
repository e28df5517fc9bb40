import type { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { lint, onlyRule } from "../support/lint.js";
import { rulePage } from "../support/rule-page.js";

describe.each(Object.entries(ghAw.rules))("the reports of %s", (rule, { meta }) => {
  // `npx vitest run test/plugin/reports.test.ts --update` updates the snapshots.
  test("underline the cause", async () => {
    const shown = new Set<string | undefined>();
    const sections: string[] = [];
    for (const { text, path: filePath, files } of rulePage(rule).examples) {
      const { messages } = await lint(text, { config: onlyRule(rule), filePath, files });
      for (const message of messages) {
        shown.add(message.messageId);
        sections.push(section(text, message));
      }
    }
    const page = `# Reports of gh-aw/${rule}\n\n${sections.join("\n")}`;
    await expect(page).toMatchFileSnapshot(`__snapshots__/reports/${rule}.md`);
    const messages = Object.keys(meta!.messages!).filter((id) => id !== "suggestion");
    expect([...shown].sort()).toEqual(messages.sort());
  });
});

/** The line with carets under the location, the message, and the suggestions. */
function section(
  text: string,
  { messageId, line, column, endLine, endColumn, message, ...rest }: Linter.LintMessage,
) {
  expect(endLine).toBe(line);
  const source = text.split("\n")[line - 1]!;
  const carets = "^".repeat(Math.max(1, Math.min(endColumn ?? 0, source.length + 1) - column));
  const offers = [
    ...(rest.fix ? ["`eslint --fix` fixes it."] : []),
    ...(rest.suggestions ?? []).map(({ desc }) => desc),
  ];
  return [
    `## ${messageId!}`,
    "",
    "```",
    `${line} | ${source}`,
    `${" ".repeat(String(line).length)} | ${" ".repeat(column - 1)}${carets}`,
    "```",
    "",
    message,
    "",
    ...(offers.length > 0 ? [...offers.map((offer) => `- ${offer}`), ""] : []),
  ].join("\n");
}
