import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { spawnCommand } from "../support/command.js";
import type { ProcessResult } from "../support/process-result.js";
import { lockFile } from "../support/lock-file.js";
import { runStep } from "../support/runner.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = ".github/workflows/a.lock.yml";
const broken = lockFile({ detection: false });
const worse = lockFile();
const config = `import ghAw from "eslint-plugin-gh-aw"; export default [ghAw.configs.recommended];`;

function repository(files: Readonly<Record<string, string>> = {}): string {
  const folder = temporaryFolder({ [file]: broken, "eslint.config.mjs": config, ...files });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(join(root, "node_modules/eslint"), join(folder, "node_modules/eslint"), "junction");
  const plugin = join(root, "packages/eslint-plugin-gh-aw");
  symlinkSync(plugin, join(folder, "node_modules/eslint-plugin-gh-aw"), "junction");
  return folder;
}

const run = (cwd: string, ...args: string[]): ProcessResult => spawnCommand(args, { cwd });
const suppressions = (cwd: string, name = "eslint-suppressions.json"): string =>
  readFileSync(join(cwd, name), "utf8");

describe("suppressed findings", () => {
  test("stay suppressed after the file is compiled again", () => {
    const cwd = repository();
    expect(run(cwd, "--suppress-all")).toMatchObject({
      status: 0,
      stderr: "Wrote `eslint-suppressions.json`.\n",
      stdout: "No findings: 1 file, 1 Codex run, with findings that are off or suppressed.\n",
    });
    writeFileSync(join(cwd, file), `# Compiled anew, with a line more\n${broken}`);
    expect(run(cwd)).toMatchObject({ status: 0, stderr: "" });
  });

  test("are all reported if there are more of them than before", () => {
    const cwd = repository();
    run(cwd, "--suppress-all");
    writeFileSync(join(cwd, file), worse);
    const { status, stdout } = run(cwd, "--format", "json");
    const { results } = JSON.parse(stdout) as { results: [{ errorCount: number }] };
    expect({ status, errorCount: results[0].errorCount }).toEqual({ status: 1, errorCount: 2 });
  });

  test("are reported as unused if they no longer occur, and `--prune-suppressions` removes them", () => {
    const cwd = repository({ ".github/workflows/b.lock.yml": broken });
    run(cwd, "--suppress-all");
    writeFileSync(join(cwd, file), lockFile({ compiler: "v0.83.4" }));
    const { status, stderr } = run(cwd);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^`eslint-suppressions\.json` has unused suppressions\. `--prune-suppressions` /);
    expect(run(cwd, "--prune-suppressions").status).toBe(0);
    expect(Object.keys(JSON.parse(suppressions(cwd)) as object)).toEqual([".github/workflows/b.lock.yml"]);
    expect(run(cwd).stderr).toBe("");
  });

  test("may be limited to one rule, and stored in another file", () => {
    const cwd = repository();
    const args = ["--suppress-rule", "codex-env-key", "--suppressions-location", "x.json"];
    expect(run(cwd, ...args).status).toBe(1);
    expect(existsSync(join(cwd, "x.json"))).toBe(false);
    expect(run(cwd, "--suppress-rule", "codex-websocket-401", ...args.slice(2)).status).toBe(0);
    expect(JSON.parse(suppressions(cwd, "x.json"))).toEqual({
      [file]: { "gh-aw/codex-websocket-401": { count: 1 } },
    });
    expect(run(cwd).status).toBe(1);
    expect(run(cwd, ...args.slice(2)).status).toBe(0);
  });

  test("are fixed by `--fix`, as with ESLint", () => {
    const cwd = repository();
    run(cwd, "--suppress-all");
    expect(run(cwd, "--fix").stdout).toContain("\n  job agent: codex-websocket-401\n");
  });
});

describe("ESLint itself", () => {
  const eslint = (cwd: string, args: string): number | null =>
    runStep(`node node_modules/eslint/bin/eslint.js ${args} .github/workflows`, cwd).status;

  test("writes the same file", () => {
    const files = { ".github/workflows/b.lock.yml": worse };
    const [ours, theirs] = [repository(files), repository(files)];
    expect(run(ours, "--suppress-all").status).toBe(0);
    expect(eslint(theirs, "--suppress-all")).toBe(0);
    expect(suppressions(ours)).toBe(suppressions(theirs));
  });

  test("reads the command's file, and the command reads its file", () => {
    const [ours, theirs] = [repository(), repository()];
    run(ours, "--suppress-all");
    expect(eslint(ours, "")).toBe(0);
    eslint(theirs, "--suppress-all");
    expect(run(theirs).status).toBe(0);
  });

  test("keeps its suppressions of other rules", () => {
    const other = { "b.js": { "no-var": { count: 1 } }, [file]: { "yml/indent": { count: 3 } } };
    const cwd = repository({ "b.js": "", "eslint-suppressions.json": JSON.stringify(other) });
    run(cwd, "--prune-suppressions");
    run(cwd, "--suppress-all");
    expect(JSON.parse(suppressions(cwd))).toEqual({
      "b.js": other["b.js"],
      [file]: { "gh-aw/codex-websocket-401": { count: 1 }, "yml/indent": { count: 3 } },
    });
  });
});

test.each([
  ["a file that is not JSON", "{", [], /^`eslint-suppressions\.json` is not JSON: /],
  ["other JSON", '{"a.lock.yml": 1}', [], /is not a suppressions file/],
  [
    "a missing file",
    "{}",
    ["--suppressions-location", "no.json"],
    /^`no\.json` does not exist\. `--suppress-all` or /,
  ],
  [
    "a combination of contradictory options",
    "{}",
    ["--suppress-all", "--prune-suppressions"],
    /cannot be used with option/,
  ],
])("%s is rejected", (_, text, args, message) => {
  const { status, stdout, stderr } = run(repository({ "eslint-suppressions.json": text }), ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toMatch(message);
});
