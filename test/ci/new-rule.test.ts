import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { afterAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const plugin = "packages/eslint-plugin-gh-aw";
const folder = mkdtempSync(join(tmpdir(), "new-rule-"));
const core = "packages/core/src";
for (const path of [
  `${plugin}/src/rules/index.ts`,
  `${core}/messages/message-ids.ts`,
  `${core}/messages/rules.ts`,
  `${core}/messages/sentences.ts`,
  `${core}/lint/lint.ts`,
]) {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  cpSync(join(root, path), join(folder, path));
}
for (const path of [`${plugin}/docs/rules`, "test/plugin/rules"])
  mkdirSync(join(folder, path), { recursive: true });
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function newRule(...args: string[]) {
  return spawnSync(process.execPath, ["scripts/new-rule.mjs", ...args, folder], {
    cwd: root,
    encoding: "utf8",
  });
}

const read = (path: string): string => readFileSync(join(folder, path), "utf8");

describe("npm run new-rule", () => {
  test("writes rule, page and test, and adds the rule to the lists in alphabetical order", () => {
    const before = read(`${plugin}/src/rules/index.ts`).split("\n");
    const { status, stdout, stderr } = newRule("codex-new-thing");
    expect(stderr).toBe("");
    expect(status).toBe(0);
    for (const path of [
      `${plugin}/src/rules/codex-new-thing.ts`,
      `${plugin}/docs/rules/codex-new-thing.md`,
      "test/plugin/rules/codex-new-thing.test.ts",
    ]) {
      expect(stdout).toContain(path);
      expect(existsSync(join(folder, path))).toBe(true);
    }
    const index = read(`${plugin}/src/rules/index.ts`).split("\n");
    const added = index.filter((line) => !before.includes(line));
    expect(added).toEqual([
      'import { codexNewThing } from "./codex-new-thing.js";',
      '  readonly "codex-new-thing": Rule.RuleModule;',
      '  "codex-new-thing": codexNewThing,',
    ]);
    const names = index.flatMap((line) => /^ {2}readonly "(.*)":/.exec(line)?.[1] ?? []);
    expect(names).toEqual(names.toSorted());
    expect(read(`${core}/messages/message-ids.ts`)).toContain('\n  readonly "codex-new-thing": "found";\n');
    expect(read(`${core}/messages/rules.ts`)).toContain('\n  "codex-new-thing": { severity: "warning", ');
    expect(read(`${core}/messages/sentences.ts`)).toContain('\n  "codex-new-thing": {\n    found: {');
    expect(read(`${core}/lint/lint.ts`)).toContain('\n    case "codex-new-thing":\n');
  });

  test.each([
    `${plugin}/src/rules/codex-new-thing.ts`,
    "test/plugin/rules/codex-new-thing.test.ts",
    `${core}/messages/message-ids.ts`,
    `${core}/messages/rules.ts`,
    `${core}/messages/sentences.ts`,
    `${core}/lint/lint.ts`,
  ])("writes valid TypeScript: %s", (path) => {
    const { diagnostics } = ts.transpileModule(read(path), { reportDiagnostics: true });
    expect(diagnostics).toEqual([]);
  });

  test("writes a page with the sections of all rule pages", () => {
    const titles = (page: string): readonly string[] => page.match(/^## .*$/gm) ?? [];
    const other = readFileSync(join(root, plugin, "docs/rules/codex-misplaced-key.md"), "utf8");
    expect(titles(read(`${plugin}/docs/rules/codex-new-thing.md`))).toEqual(titles(other));
  });

  test.each([
    ["codex-new-thing", "already exists"],
    ["", "Usage"],
    ["Codex_Thing", "Usage"],
    ["../evil", "Usage"],
  ])("rejects the name %j, and writes nothing", (name, message) => {
    const before = read(`${plugin}/src/rules/index.ts`);
    const { status, stderr, stdout } = newRule(name);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(read(`${plugin}/src/rules/index.ts`)).toBe(before);
  });
});
