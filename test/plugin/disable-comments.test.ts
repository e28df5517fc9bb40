import { parse } from "yaml";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { fix, lint, places } from "../support/lint.js";
import { lockFile } from "../support/lock-file.js";
import { shellPolicy } from "../support/toml.js";
import { positionOf, withCrlf, workflow } from "../support/workflow.js";

const rule = "gh-aw/codex-websocket-401";
const disable = `# eslint-disable-next-line ${rule} -- known`;
const unused = `Unused eslint-disable directive (no problems were reported from '${rule}').`;

const broken = lockFile({ detection: false });
const good = lockFile({ compiler: "v0.70.0", detection: false });
const heredoc = `cat > "/tmp/gh-aw/mcp-config/config.toml"`;
const run = "run: |\n          set -eo pipefail";

/** Inserts a line above the line that contains `part`, with the same indentation. */
function above(text: string, part: string, line: string): string {
  const start = text.lastIndexOf("\n", text.indexOf(part)) + 1;
  const indentation = /^ */.exec(text.slice(start))![0];
  return `${text.slice(0, start)}${indentation}${line}\n${text.slice(start)}`;
}

describe("a disable comment", () => {
  test.each([
    ["a shell comment above the line", above(broken, heredoc, disable)],
    ["a YAML comment above the `run:` key", above(broken, run, disable)],
    ["the first line", `# eslint-disable ${rule} -- known\n${broken}`],
    ["the first line, without a rule's name", `# eslint-disable -- known\n${broken}`],
    ["a shell comment, and ends after the line", above(broken, heredoc, `# eslint-disable ${rule} -- known`)],
  ])("works in %s", async (_, text) => {
    for (const file of [text, withCrlf(text)]) {
      const result = await lint(file, { reportUnused: true });
      expect(places(result)).toEqual([]);
      expect(result.suppressedMessages.map(({ suppressions }) => suppressions)).toEqual([
        [{ kind: "directive", justification: "known" }],
      ]);
    }
  });

  test("works after a YAML value on the same line", async () => {
    const job = (comment: string) =>
      workflow({
        jobs: {
          agent: [
            { name: "Run", run: `sudo -E awf --enable-api-proxy -- codex exec "Say hello."${comment}` },
          ],
        },
      });
    expect(places(await lint(job("")))).toHaveLength(1);
    expect(places(await lint(job(` # eslint-disable-line ${rule}`), { reportUnused: true }))).toEqual([]);
  });

  test("disables only the rule it names", async () => {
    const text = above(broken, heredoc, "# eslint-disable-next-line no-undef");
    expect(places(await lint(text))).toHaveLength(1);
  });

  test("above a `run:` key covers only the script", async () => {
    const text = lockFile({ compiler: "v0.70.0", toml: shellPolicy });
    expect(places(await lint(text))).toHaveLength(2);
    const result = await lint(above(text, run, disable), { reportUnused: true });
    expect(result.messages).toHaveLength(1);
    expect(result.suppressedMessages).toHaveLength(1);
    expect(result.messages[0]!.line).toBeGreaterThan(positionOf(text, "detection:").line);
  });

  test("above a `run:` key does not end an `eslint-disable` for the rest of the file", async () => {
    const text = above(lockFile({ compiler: "v0.70.0", toml: shellPolicy }), run, disable);
    const result = await lint(`# eslint-disable ${rule}\n${text}`);
    expect(places(result)).toEqual([]);
  });

  test("in a pair covers the lines between", async () => {
    const text = lockFile({ compiler: "v0.70.0", toml: shellPolicy });
    const pair = above(
      above(text, "  agent:", `# eslint-disable ${rule}`),
      "  detection:",
      `# eslint-enable ${rule}`,
    );
    const result = await lint(pair, { reportUnused: true });
    expect(result.messages.map(({ messageId }) => messageId)).toEqual(["noProvider"]);
    expect(result.messages[0]!.line).toBeGreaterThan(positionOf(pair, "eslint-enable").line);
  });

  test("does not count inside a line of a script", async () => {
    const text = broken.replace("set -eo pipefail", `set -eo pipefail # eslint-disable-line ${rule}`);
    expect(places(await lint(text, { reportUnused: true }))).toHaveLength(1);
  });
});

describe("an unused disable comment", () => {
  test.each([
    ["in YAML, above `run:`", above(good, run, disable)],
    ["in a script", above(good, heredoc, disable)],
    ["in TOML", above(good, "inherit =", disable)],
    ["on the script's first line", above(good, "set -eo pipefail", disable)],
    ["in front of everything", `# eslint-disable ${rule}\n${good}`],
  ])("%s is reported once, at its location, and removed completely", async (_, text) => {
    const { line, column } = positionOf(text, "# eslint-disable");
    expect(places(await lint(text, { reportUnused: true }))).toEqual([`${line}:${column} ${unused}`]);
    for (const [file, expected] of [
      [text, good],
      [withCrlf(text), withCrlf(good)],
    ] as const) {
      const fixed = await fix(file, { reportUnused: true });
      expect(fixed.trimStart()).toBe(expected);
    }
  });

  test("can be removed anywhere without changing the YAML's meaning", async () => {
    const lines = good.split("\n");
    for (const [index, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const indentation = /^ */.exec(line)![0];
      const text = lines.toSpliced(index, 0, indentation + disable).join("\n");
      expect(parse(await fix(text, { reportUnused: true })), `above line ${index + 1}`).toEqual(parse(good));
    }
  });

  test("keeps its `#` if removing its line would change the script's indentation", async () => {
    const text = workflow({ jobs: { agent: [{ name: "Echo", run: `${disable}\n  echo codex\necho awf` }] } });
    expect(await fix(text, { reportUnused: true })).toBe(text.replace(disable, "# "));
  });

  test("after a YAML value is removed with the spaces before it", async () => {
    const text = workflow({ jobs: { agent: [{ name: "Echo", run: `echo codex awf` }] } });
    const commented = text.replace("echo codex awf", `$&   # eslint-disable-line ${rule}`);
    expect(await fix(commented, { reportUnused: true })).toBe(text.replace("echo codex awf", "$& "));
  });

  test("is reported if it enables a rule without a `disable` before it", async () => {
    const text = `# eslint-enable ${rule}\n${good}`;
    expect(places(await lint(text, { reportUnused: true }))).toEqual([
      `1:1 Unused eslint-enable directive (no matching eslint-disable directives were found for '${rule}').`,
    ]);
  });
});

describe("a configuration comment", () => {
  test("sets a rule's severity", async () => {
    const { errorCount, warningCount } = await lint(`# eslint ${rule}: "warn"\n${broken}`);
    expect({ errorCount, warningCount }).toEqual({ errorCount: 0, warningCount: 1 });
  });

  test("that is invalid is reported at its location", async () => {
    const [message] = (await lint(`# eslint ${rule}: [\n${good}`)).messages;
    expect(message).toMatchObject({ line: 1, column: 1, severity: 2 });
  });

  test("has no effect with `noInlineConfig`, and ESLint says so", async () => {
    const config = [ghAw.configs.recommended, { linterOptions: { noInlineConfig: true } }];
    const [warning, finding] = (await lint(`${disable}\n${broken}`, { config })).messages;
    expect(warning!.message).toContain(`'${disable}' has no effect`);
    expect(finding!.messageId).toBe("noProvider");
  });
});
