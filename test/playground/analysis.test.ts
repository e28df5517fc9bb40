import {
  analyze,
  applyFixes,
  lint,
  rules,
  type AnalysisAnswer,
  type SlotReport,
  type SlotText,
} from "@gh-aw-lint/playground/analysis";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { compiled } from "../support/compiled-source.js";
import { generations, type Compiler } from "../support/generations.js";
import { lockFile } from "../support/lock-file.js";
import { labelledFiles } from "../support/shared.js";
import { source as sourceText } from "../support/source.js";

const recommended = rules.flatMap((rule) => (rule.recommended ? [rule.name] : []));
const all = rules.map(({ name }) => name);

/** Compares the page's findings and fix with the command's, with the recommended rules and with all rules. */
async function expectSame(text: string): Promise<void> {
  const usual = await commandLine(text);
  expect(lint(text, recommended)).toEqual(usual.messages);
  expect(applyFixes(text, recommended)).toBe(usual.fixed);
  const strict = await commandLine(text, ghAw.configs.strict.rules);
  expect(lint(text, all)).toEqual(strict.messages);
  expect(applyFixes(text, all)).toBe(strict.fixed);
}

describe("the page has the same findings and fix as the command", () => {
  test.each(Object.keys(generations) as Compiler[])("for a lock file of gh-aw %s", async (compiler) => {
    await expectSame(lockFile({ compiler }));
    await expectSame(lockFile({ compiler, codex: "latest" }));
  });

  const broken = lockFile();
  test.each([
    ["an empty file", ""],
    ["a file that is not YAML", `${broken}  - [`],
    ["a file without Codex", "name: x\n"],
    ["Windows line ends", broken.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${broken}`],
    ["a disable comment", `# eslint-disable gh-aw/codex-websocket-401\n${broken}`],
    ["a disable comment that is not needed", `# eslint-disable gh-aw/codex-env-key\n${broken}`],
    [
      "options in a comment",
      `# eslint gh-aw/codex-websocket-401: ["error", {"providerId": "mine"}]\n${broken}`,
    ],
    ["wrong options in a comment", `# eslint gh-aw/codex-websocket-401: ["error", {"no": 1}]\n${broken}`],
    ["a rule of ESLint's own in a comment", `# eslint no-warning-comments: "error"\n# TODO\n${broken}`],
    ["a rule that there is not", `# eslint gh-aw/none: "error"\n${broken}`],
  ])("of %s", async (_, text) => {
    await expectSame(text);
  });

  const files = labelledFiles();
  describe.skipIf(files.length === 0)("for real lock files", () => {
    test.each(files)("$file", async ({ text }) => {
      await expectSame(text);
    });
  });
});

describe("an analysis", () => {
  test("returns the findings with their locations and the runs, then the fix", () => {
    const text = lockFile({ detection: false });
    const [first, second, ...others] = answers(text);
    expect(others).toEqual([]);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    expect(first.runs.map(({ job, outcome }) => [job, outcome.kind])).toEqual([["agent", "direct"]]);
    const [finding] = first.reports[0]!.findings;
    expect(text.slice(finding!.start, finding!.end)).toMatch(/^cat > ".*GH_AW_CODEX_SHELL_POLICY_\w+$/);
    expect(finding).toMatchObject({ rule: "gh-aw/codex-websocket-401", severity: "error", fixable: true });
    expect(finding!.url).toMatch(/\/rules\/codex-websocket-401\.html$/);
    expect(second).toEqual({ kind: "fix", id: 7, text: applyFixes(text, recommended) });
  });

  test.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text.replace(/.*\n/, "")}`],
  ])("has the right locations with %s", (_, change) => {
    const text = change(lockFile({ codex: "latest", detection: false }));
    const [first] = answers(text, all);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    const places = first.reports[0]!.findings.map(({ start, end }) => text.slice(start, end));
    expect(places).toContainEqual(expect.stringMatching(/^cat > /));
    expect(places).toContain("@openai/codex@latest");
  });

  test("has the edits of suggestions at the right offsets after a byte order mark", () => {
    const header = '# gh-aw-metadata: {"agent_id":"codex","engine_versions":{"codex":"0.121.0"}}\n';
    const text = `\uFEFF${header}${lockFile({ codex: "latest", detection: false, header: false })}`;
    const [first] = answers(text, all);
    const suggestions =
      first?.kind === "findings" ? first.reports[0]!.findings.flatMap((found) => found.suggestions) : [];
    expect(suggestions.map(({ start, end, text: by }) => [text.slice(start, end), by])).toEqual([
      ["@openai/codex@latest", "@openai/codex@0.121.0"],
    ]);
  });

  test("has no fix if there is nothing to fix", () => {
    expect(answers(lockFile({ compiler: "v0.70.0" })).at(-1)).toEqual({
      kind: "fix",
      id: 7,
      text: undefined,
    });
  });

  test("reports a file that cannot be parsed up to the end of the line", () => {
    const text = "jobs:\n  a: [awf codex\n";
    const [first] = answers(text);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    expect(first.reports[0]!.findings).toMatchObject([
      { rule: undefined, severity: "error", fixable: false },
    ]);
    expect(first.reports[0]!.findings[0]!.message).toMatch(/^Parsing error: /);
  });
});

describe("a text", () => {
  const contentOf = (text: string): { kind: string; lines: readonly number[] } => {
    const [first] = answers(text);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    const { content, findings } = first.reports[0]!;
    return { kind: content.kind, lines: findings.map(({ line }) => line) };
  };
  const stamp = "2026-04-20T12:00:00.1234567Z";
  const error = "unexpected status 401 Unauthorized: Missing bearer, url: wss://api.openai.com/v1/responses";

  test.each([
    ["empty", "", []],
    ["empty", " \n\n", []],
    ["workflow", lockFile({ compiler: "v0.70.0" }), []],
    ["workflow", `\uFEFF${lockFile({ compiler: "v0.70.0" })}`, []],
    ["workflow", `# ${error}\n${lockFile({ compiler: "v0.70.0" })}`, []],
    ["workflow", '{"jobs": {"a": {"steps": []}}}\n', []],
    ["source", "---\nengine: codex\n---\n\nDo it.\n", []],
    ["source", "---\r\nengine: codex\r\njobs:\r\n  a: {}\r\n---\r\nDo it.\r\n", []],
    ["log", `${stamp} make\n${stamp} done\n`, []],
    ["log", `agent\tRun make\t${stamp} make\nagent\tRun make\t${stamp} done\n`, []],
    ["log", `\n${stamp} ##[group]Run\n${stamp} \u001B[31mERROR: ${error}\u001B[0m\n`, [3]],
    ["log", `ERROR: ${error}`, [1]],
    ["unreadable", "jobs:\n  a: [\n", [3]],
    ["unreadable", "{ a: 1\n", [2]],
    ["other", "services:\n  web:\n    image: nginx\n", []],
    ["other", "Please look at this.\n", []],
    ["other", `a: ${stamp}\n`, []],
  ])("is recognized as %s: %j", (kind, text, lines) => {
    expect(contentOf(text)).toEqual({ kind, lines });
  });

  test("has the cause of a finding on a later line", () => {
    const text = lockFile({ compiler: "v0.64.0", detection: false });
    const [first] = answers(text);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    const related = first.reports[0]!.findings.map((finding) => finding.related);
    expect(related.map((place) => place && text.slice(place.start, place.end))).toEqual(["codex"]);
  });
});

describe("related texts", () => {
  const frontMatter = "on: issues\nengine: codex\n";
  const together = (...texts: readonly SlotText[]): readonly SlotReport[] => {
    const [first] = [...analyze({ id: 1, texts, name: "triage", rules: recommended })];
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    return first.reports;
  };
  const log =
    "agent\tExecute\t2026-04-20T12:00:00.0Z ERROR: 401 Unauthorized, url: wss://api.openai.com/v1/responses\n";

  test("are compared: a source with its lock file", () => {
    const [lock, source] = together(
      { slot: "lock", text: compiled("v0.64.0", "on: push\n") },
      { slot: "source", text: sourceText(frontMatter) },
      { slot: "log", text: "" },
    );
    expect(lock!.findings.map(({ rule }) => rule)).toContain("gh-aw/stale-lock");
    expect(source!.slot).toBe("source");
    expect(source!.findings[0]).toMatchObject({ rule: "gh-aw/stale-lock", severity: "error", line: 2 });
    expect(source!.findings[0]!.message).toContain("`.github/workflows/triage.md`");
  });

  test("have a fix with a suggestion for the source", () => {
    const reports = together(
      { slot: "lock", text: compiled("v0.64.0", frontMatter) },
      { slot: "source", text: sourceText(frontMatter) },
    );
    expect(reports[1]!.findings).toMatchObject([{ rule: "gh-aw/codex-source", line: 3 }]);
  });

  test("explain each other: a log by a finding in its job, whichever rules are enabled", () => {
    const text = lockFile();
    const reports = [
      ...analyze({
        id: 1,
        texts: [
          { slot: "lock", text },
          { slot: "log", text: log },
        ],
        name: "a",
        rules: [],
      }),
    ].flatMap((answer) => (answer.kind === "findings" ? answer.reports : []));
    expect(reports.map(({ slot, findings }) => [slot, findings.length])).toEqual([
      ["lock", 0],
      ["log", 1],
    ]);
    const { explanations } = reports[1]!.findings[0]!;
    expect(explanations.map(({ slot, finding }) => [slot, finding.rule])).toEqual([
      ["lock", "gh-aw/codex-websocket-401"],
    ]);
    expect(explanations[0]!.finding.message).toContain("job `agent`");
  });

  test("may be unrelated", () => {
    const reports = together(
      { slot: "lock", text: lockFile({ compiler: "v0.83.4" }) },
      { slot: "log", text: log },
    );
    expect(reports[1]!.findings[0]!.explanations).toEqual([]);
  });
});

function answers(text: string, enabled = recommended): AnalysisAnswer[] {
  return [...analyze({ id: 7, texts: [{ slot: "lock", text }], name: "workflow", rules: enabled })];
}
