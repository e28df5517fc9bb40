import { chmodSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand, spawnCommand } from "../support/command.js";
import { compiled } from "../support/compiled-source.js";
import { lockFile } from "../support/lock-file.js";
import { source } from "../support/source.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const files = {
  ".github/workflows/a.lock.yml": lockFile(),
  ".github/workflows/b.lock.yml": lockFile({ compiler: "v0.83.4" }),
};

describe("the compiled command", () => {
  test.each(["stylish", "json", "sarif", "github"])(
    "prints the same as the sources in the format %s",
    async (format) => {
      const cwd = temporaryFolder(files);
      const result = spawnCommand(["--format", format], { cwd });
      expect(result).toEqual(await runCommand(["--format", format], { cwd }));
      expect(result.status).toBe(1);
    },
  );

  test("fixes, and exits with 0", () => {
    const cwd = temporaryFolder(files);
    const { status, stdout, stderr } = spawnCommand(["--fix"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(
      /\nFixed 1 file\. .*\nNo findings: 2 files, 4 Codex runs, all through the proxy\.\n$/,
    );
    expect(readFileSync(join(cwd, ".github/workflows/a.lock.yml"), "utf8")).toContain("-c model_provider=");
  });

  test("changes neither source nor lock file if one of them cannot be written", () => {
    const frontMatter = "on: issues\nengine: codex\n";
    const [text, lock] = [source(frontMatter), compiled("v0.64.0", frontMatter)];
    const pair = { ".github/workflows/test.md": text, ".github/workflows/test.lock.yml": lock };
    const cwd = temporaryFolder(pair);
    chmodSync(join(cwd, ".github/workflows", "test.lock.yml"), 0o444);
    for (const path of ["", ".github", ".github/workflows"]) chmodSync(join(cwd, path), 0o777);
    chmodSync(join(cwd, ".github/workflows", "test.md"), 0o666);
    const { status, stderr } = spawnCommand(["--fix", "--sources"], { cwd, uid: 65_534 });
    expect(stderr).toContain("test.lock.yml");
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, ".github/workflows/test.md"), "utf8")).toBe(text);
    expect(readFileSync(join(cwd, ".github/workflows/test.lock.yml"), "utf8")).toBe(lock);
  });

  test("exits with 2 if there is nothing to lint", () => {
    expect(spawnCommand([], { cwd: temporaryFolder() }).status).toBe(2);
  });

  test("prints its help", async () => {
    const { status, stdout } = spawnCommand(["--help"], { cwd: temporaryFolder() });
    expect(status).toBe(0);
    await expect(stdout).toMatchFileSnapshot("__snapshots__/help.txt");
  });

  test("prints its version", () => {
    const { version } = JSON.parse(readFileSync("packages/gh-aw-lint/package.json", "utf8")) as {
      version: string;
    };
    expect(spawnCommand(["--version"], { cwd: temporaryFolder() })).toEqual({
      status: 0,
      stderr: "",
      stdout: `${version}\n`,
    });
  });

  test("ignores an ESLint configuration in its own folder", () => {
    const cwd = temporaryFolder({ ...files, "eslint.config.js": "throw new Error();" });
    expect(spawnCommand([], { cwd }).status).toBe(1);
  });
});

describe("ESLint", () => {
  const loaded = (args: readonly string[]): boolean => {
    const script = `
      import { createRequire } from "node:module";
      const { cache } = createRequire(process.cwd() + "/x.js");
      process.on("exit", () => console.error(Object.keys(cache).some((path) => /eslint.lib/.test(path))));`;
    const NODE_OPTIONS = `--import="data:text/javascript,${encodeURIComponent(script)}"`;
    return spawnCommand(args, { cwd: temporaryFolder(files), env: { NODE_OPTIONS } }).stderr === "true\n";
  };

  test.each([
    [],
    ["--strict"],
    ["--help"],
    ["--version"],
    ["--explain", "stale-compiler"],
    ["--format", "xml"],
  ])("is not loaded for %s %s", (...args) => {
    expect(loaded(args.filter(Boolean))).toBe(false);
  });

  test.each([["--fix"], ["--rule", "codex-unpinned: error"]])("is loaded for %s %s", (...args) => {
    expect(loaded(args.filter(Boolean))).toBe(true);
  });
});

describe("many files", () => {
  test("without findings are not kept in memory", () => {
    // 2 MB each: JavaScript keeps text with such a character in 16 bits.
    const text = `# \u2713${" ".repeat(1_000_000)}\n${lockFile({ compiler: "v0.83.4" })}`;
    const files = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`${index}.lock.yml`, text]));
    const env = { NODE_OPTIONS: "--max-old-space-size=100" };
    const { status, stdout } = spawnCommand(["."], { cwd: temporaryFolder(files), env });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: "No findings: 80 files, 160 Codex runs, all through the proxy.\n",
    });
  });
});
