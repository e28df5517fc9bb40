import type { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { afterAll, describe, expect, test } from "vitest";
import { asksForKey } from "../support/asks-for-key.js";
import { fix, lint } from "../support/lint.js";
import { labelledFiles } from "../support/shared.js";

const files = labelledFiles();
const listed: string[] = [];

function isUnexpected({ fix, message }: Linter.LintMessage): boolean {
  return fix !== undefined || !asksForKey(message);
}

describe.skipIf(files.length === 0)("the rules on real lock files", () => {
  test.each(files)(
    "$file: `configs.recommended` reports and fixes the runs that are labelled broken",
    async ({ file, text, jobs }) => {
      const { messages } = await lint(text);
      for (const { line, ruleId, messageId } of messages)
        listed.push(`${file}:${line} ${ruleId!} ${messageId!}`);
      const rules = jobs.filter(({ verdict }) => verdict === "broken").map(() => "gh-aw/codex-websocket-401");
      expect(messages.map(({ ruleId }) => ruleId)).toEqual(rules);
      const fixed = await fix(text);
      expect((await lint(fixed)).messages.filter(isUnexpected)).toEqual([]);
    },
  );

  test.each(files)(
    "$file: `configs.strict` leaves only findings that cannot be fixed in the file",
    async ({ text }) => {
      const config = [ghAw.configs.strict];
      const fixed = await fix(text, { config });
      const { messages } = await lint(fixed, { config });
      const rules = messages.filter(isUnexpected).map(({ ruleId }) => ruleId);
      expect(["gh-aw/codex-unpinned", "gh-aw/stale-compiler"]).toEqual(expect.arrayContaining(rules));
      expect(await fix(fixed, { config })).toBe(fixed);
    },
  );

  afterAll(() => {
    console.log(listed.join("\n"));
  });
});
