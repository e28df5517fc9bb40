import { analyze, applyFixes, lint, rules, type AnalysisAnswer } from "@gh-aw-lint/playground/analysis";
import ghAw from "eslint-plugin-gh-aw";
import { describe, expect, test } from "vitest";
import { commandLine } from "../support/command-line.js";
import { generations, type Compiler } from "../support/generations.js";
import { lockFile } from "../support/lock-file.js";
import { labelledFiles } from "../support/shared.js";

const recommended = rules.flatMap((rule) => (rule.recommended ? [rule.name] : []));
const all = rules.map(({ name }) => name);

/** Expects the page to say and to fix what the command line does, with the recommended rules and with all. */
async function expectSame(text: string): Promise<void> {
  const usual = await commandLine(text);
  expect(lint(text, recommended)).toEqual(usual.messages);
  expect(applyFixes(text, recommended)).toBe(usual.fixed);
  const strict = await commandLine(text, ghAw.configs.strict.rules);
  expect(lint(text, all)).toEqual(strict.messages);
  expect(applyFixes(text, all)).toBe(strict.fixed);
}

describe("the page says what the command line says", () => {
  test.each(Object.keys(generations) as Compiler[])("of a lock file of gh-aw %s", async (compiler) => {
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
  describe.skipIf(files.length === 0)("of real lock files", () => {
    test.each(files)("$file", async ({ text }) => {
      await expectSame(text);
    });
  });
});

describe("an analysis", () => {
  test("tells the findings with their places, and the runs, then the fix", () => {
    const text = lockFile({ detection: false });
    const [first, second, ...others] = answers(text);
    expect(others).toEqual([]);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    expect(first.runs.map(({ job, outcome }) => [job, outcome.kind])).toEqual([["agent", "direct"]]);
    const [finding] = first.findings;
    expect(text.slice(finding!.start, finding!.end)).toMatch(/^cat > ".*GH_AW_CODEX_SHELL_POLICY_\w+$/);
    expect(finding).toMatchObject({ rule: "gh-aw/codex-websocket-401", severity: "error", fixable: true });
    expect(finding!.url).toMatch(/\/rules\/codex-websocket-401\.html$/);
    expect(second).toEqual({ kind: "fix", id: 7, text: applyFixes(text, recommended) });
  });

  test.each([
    ["Windows line ends", (text: string) => text.replaceAll("\n", "\r\n")],
    ["a byte order mark", (text: string) => `\uFEFF${text.replace(/.*\n/, "")}`],
  ])("has the right places with %s", (_, change) => {
    const text = change(lockFile({ codex: "latest", detection: false }));
    const [first] = answers(text, all);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    const places = first.findings.map(({ start, end }) => text.slice(start, end));
    expect(places).toContainEqual(expect.stringMatching(/^cat > /));
    expect(places).toContain("@openai/codex@latest");
  });

  test("has edits of suggestions at their places behind a byte order mark", () => {
    const header = '# gh-aw-metadata: {"agent_id":"codex","engine_versions":{"codex":"0.121.0"}}\n';
    const text = `\uFEFF${header}${lockFile({ codex: "latest", detection: false, header: false })}`;
    const [first] = answers(text, all);
    const suggestions =
      first?.kind === "findings" ? first.findings.flatMap((found) => found.suggestions) : [];
    expect(suggestions.map(({ start, end, text: by }) => [text.slice(start, end), by])).toEqual([
      ["@openai/codex@latest", "@openai/codex@0.121.0"],
    ]);
  });

  test("has no fix where there is nothing to fix", () => {
    expect(answers(lockFile({ compiler: "v0.70.0" })).at(-1)).toEqual({
      kind: "fix",
      id: 7,
      text: undefined,
    });
  });

  test("marks a file that cannot be parsed up to the end of the line", () => {
    const text = "jobs:\n  a: [awf codex\n";
    const [first] = answers(text);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    expect(first.findings).toMatchObject([{ rule: undefined, severity: "error", fixable: false }]);
    expect(first.findings[0]!.message).toMatch(/^Parsing error: /);
  });
});

describe("a text", () => {
  const contentOf = (text: string): { kind: string; lines: readonly number[] } => {
    const [first] = [...analyze({ id: 1, text, rules: recommended })];
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    return { kind: first.content.kind, lines: first.findings.map(({ line }) => line) };
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
  ])("is told to be %s: %j", (kind, text, lines) => {
    expect(contentOf(text)).toEqual({ kind, lines });
  });

  test("has what a finding is about, where that stands on a later line", () => {
    const text = lockFile({ compiler: "v0.64.0", detection: false });
    const [first] = answers(text);
    if (first?.kind !== "findings") throw new Error("The findings come first.");
    const related = first.findings.map((finding) => finding.related);
    expect(related.map((place) => place && text.slice(place.start, place.end))).toEqual(["codex"]);
  });
});

function answers(text: string, enabled = recommended): AnalysisAnswer[] {
  return [...analyze({ id: 7, text, rules: enabled })];
}
