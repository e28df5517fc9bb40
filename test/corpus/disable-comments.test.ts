import { spawnSync } from "node:child_process";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { findCodexRuns, parseWorkflow } from "../../packages/core/src/index.js";
import { lint } from "../support/lint.js";
import { labelledFiles } from "../support/shared.js";

const config = [ghAw.configs.strict];

/** What an editor's "Disable for this line" does: a comment above the line, indented like it. */
function disableLine(text: string, line: number, rule: string): string {
  const lines = text.split("\n");
  const indentation = /^ */.exec(lines[line - 1] ?? "")?.[0] ?? "";
  lines.splice(line - 1, 0, `${indentation}# eslint-disable-next-line ${rule}`);
  return lines.join("\n");
}

function scripts(text: string): readonly string[] {
  return parseWorkflow(text).jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.source ?? []));
}

/** The messages of Bash, which only parses. Expressions are put in before it sees the script. */
function syntaxErrors(script: string): string {
  const input = script.replace(/\$\{\{[^}]*\}\}/g, "x");
  return spawnSync("bash", ["-n"], { input, encoding: "utf8" }).stderr;
}

const runsOf = (text: string): readonly (readonly string[])[] =>
  findCodexRuns(parseWorkflow(text)).map(({ args, configPath }) => [configPath, ...args]);

const files = labelledFiles();

describe.skipIf(files.length === 0)("a finding that is disabled for its line", () => {
  test.each(files)("leaves the commands of $file as they are", async ({ text }) => {
    const before = await lint(text, { config });
    for (const { line, ruleId, messageId } of before.messages) {
      if (ruleId === null) continue;
      const changed = disableLine(text, line, ruleId);
      const result = await lint(changed, { config, reportUnused: true });
      const said = `${line} ${messageId ?? ""}`;
      expect(
        result.messages.filter((message) => message.ruleId === null),
        said,
      ).toEqual([]);
      expect(
        result.messages.some((message) => message.ruleId === ruleId && message.line === line + 1),
        said,
      ).toBe(false);
      expect(result.suppressedMessages.length, said).toBeGreaterThan(0);
      expect(result.messages.length + result.suppressedMessages.length, said).toBe(before.messages.length);
      expect(runsOf(changed), said).toEqual(runsOf(text));
      const old = scripts(text);
      for (const [index, script] of scripts(changed).entries())
        if (script !== old[index]) expect(syntaxErrors(script), said).toBe(syntaxErrors(old[index] ?? ""));
    }
  });
});
