import { spawnSync } from "node:child_process";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { findCodexRuns, parseWorkflow } from "../../packages/core/src/index.js";
import { lint } from "../support/lint.js";
import { labelledFiles } from "../support/shared.js";

const config = [ghAw.configs.strict];

/** Does the same as an editor's "Disable for this line": adds a comment above the line, with its indentation. */
function disableLine(text: string, line: number, rule: string): string {
  const lines = text.split("\n");
  const indentation = /^ */.exec(lines[line - 1] ?? "")?.[0] ?? "";
  lines.splice(line - 1, 0, `${indentation}# eslint-disable-next-line ${rule}`);
  return lines.join("\n");
}

function scripts(text: string): readonly string[] {
  return parseWorkflow(text).jobs.flatMap(({ steps }) => steps.flatMap(({ run }) => run?.source ?? []));
}

/** Bash's messages after parsing only. GitHub replaces expressions before Bash sees the script. */
function syntaxErrors(script: string): string {
  const input = script.replace(/\$\{\{[^}]*\}\}/g, "x");
  return spawnSync("bash", ["-n"], { input, encoding: "utf8" }).stderr;
}

const runsOf = (text: string): readonly (readonly string[])[] =>
  findCodexRuns(parseWorkflow(text)).map(({ args, configPath }) => [configPath, ...args]);

const files = labelledFiles();

describe.skipIf(files.length === 0)("a disable comment above a finding", () => {
  test.each(files)("does not change the commands of $file", async ({ text }) => {
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
