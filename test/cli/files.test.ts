import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });

/** The linted files, relative to the working folder. */
async function linted(cwd: string, ...paths: string[]): Promise<string[]> {
  const { stdout } = await runCommand([...paths, "--format", "json"], { cwd });
  const { results } = JSON.parse(stdout) as { results: { filePath: string }[] };
  return results.map(({ filePath }) => filePath.replace(`${cwd}/`, ""));
}

describe("the linted files", () => {
  test("are the lock files in .github/workflows by default", async () => {
    const folder = temporaryFolder({
      ".github/workflows/b.lock.yml": broken,
      ".github/workflows/a.lock.yml": sound,
      ".github/workflows/ci.yml": broken,
      ".github/workflows/a.md": "---\nengine: codex\n---\n",
      "c.lock.yml": broken,
    });
    expect(await linted(folder)).toEqual([".github/workflows/a.lock.yml", ".github/workflows/b.lock.yml"]);
  });

  test("are those in named folders at any depth, except dependencies", async () => {
    const folder = temporaryFolder({
      "x/.github/workflows/a.lock.yml": broken,
      "x/b.lock.yaml": broken,
      "x/pnpm-lock.yaml": broken,
      "x/node_modules/c.lock.yml": broken,
      "d.lock.yml": broken,
    });
    expect(await linted(folder, "x")).toEqual(["x/.github/workflows/a.lock.yml", "x/b.lock.yaml"]);
  });

  test("are the named files, with any name and in any folder", async () => {
    const elsewhere = temporaryFolder({ "a.lock.yml": broken });
    const names = ["workflow.yaml", "[a] {b} *.yml", "node_modules/a.lock.yml", ".git/a.lock.yml"];
    const cwd = temporaryFolder({
      ...Object.fromEntries(names.map((name) => [name, broken])),
      "in/a.txt": "",
    });
    for (const name of names) {
      const { status, stdout } = await runCommand([name], { cwd });
      expect(stdout).toContain(`\n${name}\n  `);
      expect(status).toBe(1);
    }
    for (const path of [join(elsewhere, "a.lock.yml"), join(cwd, "workflow.yaml"), "../workflow.yaml"])
      expect((await runCommand([path], { cwd: join(cwd, "in") })).status).toBe(1);
  });

  test("are those that a pattern matches, if the shell does not expand it", async () => {
    const cwd = temporaryFolder({
      ".github/workflows/a.lock.yml": broken,
      ".github/workflows/b.yml": broken,
    });
    expect(await linted(cwd, ".github/workflows/*.lock.yml")).toEqual([".github/workflows/a.lock.yml"]);
    expect(await linted(cwd, join(cwd, "**/*.lock.yml"))).toEqual([".github/workflows/a.lock.yml"]);
    expect(await linted(cwd, ".github/**/b.*", ".github/**/a.*")).toEqual([
      ".github/workflows/b.yml",
      ".github/workflows/a.lock.yml",
    ]);
  });

  test("are linted once, even if they are named twice", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    expect(await linted(cwd, "a.lock.yml", ".", "./a.lock.yml")).toEqual(["a.lock.yml"]);
  });
});

describe("the command rejects", () => {
  test.each([
    [
      "a folder without workflows",
      [],
      "There is no `*.lock.yml` file in `.github/workflows`. Run gh-aw-lint in",
    ],
    ["a folder without lock files", ["empty"], "There is no `*.lock.yml` file in `empty`."],
    ["a path that does not exist", ["no.lock.yml"], "`no.lock.yml` does not exist.\n"],
    [
      "a misspelled path",
      ["work/a.lokc.yml"],
      "`work/a.lokc.yml` does not exist. Did you mean `work/a.lock.yml`?\n",
    ],
    [
      "standard input together with files",
      ["-", "work/a.lock.yml"],
      "`-` is standard input and cannot be linted",
    ],
    ["a pattern that matches nothing", ["*.lock.yml"], "No file matches `*.lock.yml`."],
    ["a workflow's source", ["work/a.md"], "`work/a.md` is not a YAML file. Did you mean `work/a.lock.yml`?"],
    ["a file that is not YAML", ["work/b.md"], "`work/b.md` is not a YAML file.\n"],
    ["an empty path", [""], "There is no `*.lock.yml` file in ``."],
  ])("%s", async (_, args, message) => {
    const cwd = temporaryFolder({
      "empty/a.yml": "",
      "work/a.md": "",
      "work/b.md": "",
      "work/a.lock.yml": "",
    });
    const { status, stdout, stderr } = await runCommand(args, {
      cwd: args[0] === "" ? join(cwd, "empty") : cwd,
    });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});

describe("the other files are still linted if one cannot be read:", () => {
  test.each<[string, (cwd: string) => void, string]>([
    [
      "a file that is not UTF-8",
      (cwd) => {
        writeFileSync(join(cwd, "b.lock.yml"), Buffer.from([0x61, 0xff]));
      },
      "`b.lock.yml` cannot be read: it is not UTF-8.\n",
    ],
    [
      "a link to itself",
      (cwd) => {
        symlinkSync("b.lock.yml", join(cwd, "b.lock.yml"));
      },
      "`b.lock.yml` cannot be read: ELOOP: too many symbolic links encountered.\n",
    ],
    ["a missing file", () => undefined, "`b.lock.yml` does not exist. Did you mean `a.lock.yml`?\n"],
  ])("%s", async (_, make, message) => {
    const cwd = temporaryFolder({ "a.lock.yml": broken, "c.lock.yml": broken });
    make(cwd);
    const names = ["a.lock.yml", "b.lock.yml", "c.lock.yml"];
    const { status, stdout, stderr } = await runCommand(names, { cwd });
    expect(stderr).toBe(message);
    expect(stdout).toMatch(/^\na\.lock\.yml\n[^]*^c\.lock\.yml\n/m);
    expect(status).toBe(2);
  });
});
