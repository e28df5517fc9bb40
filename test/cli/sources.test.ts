import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { compiled } from "../support/compiled-source.js";
import { hashOfFrontMatter, lockWithHash, source } from "../support/source.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const folder = ".github/workflows/";
const frontMatter = "on: issues\nengine: codex\nsafe-outputs:\n  create-issue:\n";
const lock = compiled("v0.64.0", frontMatter);
const files = {
  [`${folder}test.md`]: source(frontMatter),
  [`${folder}test.lock.yml`]: lock,
  [`${folder}README.md`]: "# Read me\n",
};

const read = (cwd: string, name: string): string => readFileSync(join(cwd, folder, name), "utf8");

describe("--sources", () => {
  test("lints the sources next to the lock files", async () => {
    const cwd = temporaryFolder(files);
    const { status, stdout } = await runCommand(["--sources"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toContain("gh-aw/codex-source");
    expect(stdout).not.toContain("README.md");
    const without = await runCommand([], { cwd });
    expect(without.stdout).not.toContain("gh-aw/codex-source");
  });

  test("lints a named source together with its lock file", async () => {
    const cwd = temporaryFolder(files);
    const { stdout } = await runCommand(["--sources", `${folder}test.md`], { cwd });
    expect(stdout).toContain("gh-aw/codex-source");
    expect(stdout).toContain("gh-aw/codex-websocket-401");
  });

  test("reports an outdated lock file of any engine, in both files", async () => {
    const cwd = temporaryFolder({
      [`${folder}a.md`]: source("on: issues\n"),
      [`${folder}a.lock.yml`]: lockWithHash(hashOfFrontMatter("on: push\n")),
    });
    const { status, stdout } = await runCommand(["--sources", "--format", "json"], { cwd });
    expect(status).toBe(1);
    expect(stdout.match(/"staleFrontMatter"/g)).toHaveLength(2);
  });
});

describe("--diff --sources", () => {
  test("prints a patch with the changes of `--fix --sources`, and writes nothing", async () => {
    const [cwd, fixed] = [temporaryFolder(files), temporaryFolder(files)];
    const { status, stdout, stderr } = await runCommand(["--diff", "--sources"], { cwd });
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: "`--fix --sources` would change 2 files.\n",
    });
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(join(cwd, name), "utf8")).toBe(text);
    expect(spawnSync("git", ["apply", "-"], { cwd, input: stdout }).status).toBe(0);
    await runCommand(["--fix", "--sources"], { cwd: fixed });
    for (const name of Object.keys(files))
      expect(readFileSync(join(cwd, name), "utf8")).toBe(readFileSync(join(fixed, name), "utf8"));
    const again = await runCommand(["--diff", "--sources"], { cwd });
    expect(again).toEqual({ status: 0, stdout: "", stderr: "`--fix --sources` would change nothing.\n" });
  });

  test("counts the errors that remain in an outdated lock file", async () => {
    const cwd = temporaryFolder({
      [`${folder}a.md`]: source("on: issues\n"),
      [`${folder}a.lock.yml`]: lockWithHash(hashOfFrontMatter("on: push\n")),
    });
    const { status, stderr } = await runCommand(["--diff", "--sources"], { cwd });
    expect(status).toBe(1);
    expect(stderr).toContain("2 errors would remain. ");
  });
});

describe("--fix --sources", () => {
  test("changes both files, which then have no findings", async () => {
    const cwd = temporaryFolder(files);
    const { status, stdout } = await runCommand(["--fix", "--sources"], { cwd });
    expect(stdout).toContain("engine.args set");
    expect(stdout).toContain("`gh aw compile` keeps the change");
    expect(status).toBe(0);
    expect(read(cwd, "test.md")).toContain('    - "model_provider=openai-proxy"\n');
    expect(read(cwd, "test.lock.yml")).toContain(" -c model_provider=openai-proxy ");
    expect((await runCommand(["--sources"], { cwd })).status).toBe(0);
  });

  test("does not change ignored files", async () => {
    const cwd = temporaryFolder(files);
    await runCommand(["--fix", "--sources", "--ignore-pattern", "**/*.lock.yml"], { cwd });
    expect(read(cwd, "test.md")).toBe(files[`${folder}test.md`]);
    expect(read(cwd, "test.lock.yml")).toBe(lock);
  });

  test("changes files that no pattern matches", async () => {
    const cwd = temporaryFolder(files);
    await runCommand(["--fix", "--sources", "--ignore-pattern", "**/other.*"], { cwd });
    expect(read(cwd, "test.md")).toContain("model_provider=openai-proxy");
  });

  test("does not change a source whose lock file is outdated", async () => {
    const stale = compiled("v0.64.0", "on: push\n");
    const cwd = temporaryFolder({ ...files, [`${folder}test.lock.yml`]: stale });
    await runCommand(["--fix", "--sources"], { cwd });
    expect(read(cwd, "test.md")).toBe(files[`${folder}test.md`]);
  });
});

test("--fix alone never changes a source", async () => {
  const cwd = temporaryFolder(files);
  await runCommand(["--fix"], { cwd });
  expect(read(cwd, "test.md")).toBe(files[`${folder}test.md`]);
  expect(read(cwd, "test.lock.yml")).not.toBe(lock);
});
