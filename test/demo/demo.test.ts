import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runDemo } from "../support/demo.js";
import { lockFile } from "../support/lock-file.js";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-demo-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe("the demo", () => {
  test("lints the examples, shows the fixes, and names the file without findings", () => {
    const { status, stdout } = runDemo([]);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "examples/missing-provider.lock.yml\n  22:11  error  Codex (0.121.0) in job `agent`",
    );
    expect(stdout).toContain('\n+          model_provider = "openai-proxy"\n');
    expect(stdout).toMatch(/\n3 findings in 3 of 4 files, \d fixed by `eslint --fix`\.\n/);
    expect(stdout).toMatch(/\nNo findings in 1 file: examples\/good\.lock\.yml\.\n$/);
  });

  test("searches folders outside the repository, and writes nothing", async () => {
    const file = join(folder, ".github/workflows/test.lock.yml");
    await mkdir(join(folder, ".github/workflows"), { recursive: true });
    await writeFile(file, lockFile());
    await writeFile(join(folder, "other.yml"), "codex awf: [");

    const { status, stdout } = runDemo([folder]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n2 findings in 1 of 1 file, \d fixed by `eslint --fix`\.\n/);
    expect(await readFile(file, "utf8")).toBe(lockFile());
  });

  test("reports a file that cannot be parsed as a finding", async () => {
    await writeFile(join(folder, "bad.lock.yml"), 'run: "codex awf');
    const { status, stdout } = runDemo([folder]);
    expect(status).toBe(0);
    expect(stdout).toContain("Parsing error: ");
  });

  test("uses colors only on request", () => {
    const example = "examples/missing-provider.lock.yml";
    const colored = "\u001b[32m+          model_provider";
    expect(runDemo([example]).stdout).not.toContain("\u001b");
    expect(runDemo([example], { FORCE_COLOR: "1" }).stdout).toContain(colored);
    expect(runDemo([example], { NO_COLOR: "1" }).stdout).not.toContain("\u001b");
  });

  test.each([
    ["a path that does not exist", ["nowhere.lock.yml"], "`nowhere.lock.yml` does not exist."],
    ["a folder without lock files", ["scripts"], "There is no `*.lock.yml` file in `scripts`."],
    ["an option", ["--write"], "There is no option `--write`."],
  ])("rejects %s", (_, args, message) => {
    const { status, stdout, stderr } = runDemo(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`${message}\n\nUsage: npm run demo`);
  });

  test("leaves compiled packages alone that have not changed, since other processes may read them", async () => {
    const written = async (): Promise<number> => (await stat("packages/gh-aw-lint/dist/bundle.js")).mtimeMs;
    const before = await written();
    runDemo(["--write"]);
    expect(await written()).toBe(before);
  });
});
