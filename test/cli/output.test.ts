import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const escape = "\u001b";
const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });
const unused = `# eslint-disable-next-line gh-aw/codex-websocket-401\n${sound}`;

describe("`--diff`", () => {
  test("prints a patch with the changes of `--fix`, and writes nothing", async () => {
    const files = { "a.lock.yml": broken, "b/c.lock.yml": lockFile(), "d.lock.yml": sound };
    const [cwd, fixed] = [temporaryFolder(files), temporaryFolder(files)];
    const { status, stdout, stderr } = await runCommand([".", "--diff"], { cwd });
    expect({ status, stderr }).toEqual({ status: 1, stderr: "`--fix` would change 2 files.\n" });
    for (const [name, text] of Object.entries(files))
      expect(readFileSync(join(cwd, name), "utf8")).toBe(text);

    const { status: applied } = spawnSync("git", ["apply", "-"], { cwd, input: stdout });
    expect(applied).toBe(0);
    await runCommand([".", "--fix"], { cwd: fixed });
    for (const name of Object.keys(files))
      expect(readFileSync(join(cwd, name), "utf8")).toBe(readFileSync(join(fixed, name), "utf8"));
  });

  test("names a file outside the working folder without its first slash, as Git does", async () => {
    const folder = temporaryFolder({ "a.lock.yml": broken });
    const { stdout } = await runCommand([join(folder, "a.lock.yml"), "--diff"], { cwd: temporaryFolder({}) });
    const name = join(folder, "a.lock.yml").replaceAll(sep, "/").replace(/^\//, "");
    expect(stdout).toContain(`--- a/${name}\n+++ b/${name}\n`);
  });

  test("exits with 0 if there is nothing to fix", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": sound });
    const result = await runCommand([".", "--diff"], { cwd });
    expect(result).toEqual({ status: 0, stdout: "", stderr: "`--fix` would change nothing.\n" });
  });

  test("counts errors without a fix, and exits with 1", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": 'run: "codex awf' });
    const { status, stdout, stderr } = await runCommand([".", "--diff"], { cwd });
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain("1 error would remain. ");
  });

  test("exits with 0 with `--exit-zero`", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { status, stdout } = await runCommand([".", "--diff", "--exit-zero"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain("+          [model_providers.openai-proxy]\n");
  });

  test("is colored on a terminal", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { stdout } = await runCommand([".", "--diff"], { cwd, isTTY: true });
    expect(stdout).toContain(`\n${escape}[32m+          model_provider = "openai-proxy"${escape}[39m\n`);
    expect(stripVTControlCharacters(stdout)).toBe((await runCommand([".", "--diff"], { cwd })).stdout);
  });
});

describe("`--quiet`", () => {
  test.each([
    ["prints nothing without findings", sound, [], 0],
    ["omits warnings", unused, [], 0],
    ["still counts warnings", unused, ["--max-warnings", "0"], 1],
  ])("%s", async (_, text, args, expected) => {
    const cwd = temporaryFolder({ "a.lock.yml": text });
    const { status, stdout } = await runCommand([".", "--quiet", ...args], { cwd });
    expect({ status, stdout }).toEqual({ status: expected, stdout: "" });
  });

  test("prints errors", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    expect((await runCommand([".", "-q"], { cwd })).stdout).toContain("gh-aw/codex-websocket-401");
  });
});

describe("on a terminal", () => {
  const shown = async (text: string): Promise<string[]> => {
    const cwd = temporaryFolder({ "a.lock.yml": text });
    const { stdout } = await runCommand(["."], { cwd, isTTY: true, columns: 60 });
    return stripVTControlCharacters(stdout).split("\n");
  };

  test("a finding is above its source lines and wrapped to the width", async () => {
    const lines = await shown(broken);
    for (const line of lines.slice(1)) expect(line.length).toBeLessThanOrEqual(60 + 20);
    for (const line of lines.filter((each) => /^[> ] +\d+ \|/.test(each)))
      expect(line.length).toBeLessThanOrEqual(60);
    const place = lines.findIndex((line) => line.startsWith(">"));
    const column = lines[place + 1]!.indexOf("^");
    expect(lines[place]!.slice(column)).toMatch(/^cat > /);
  });

  test("control characters of a file are replaced", async () => {
    const lines = await shown(broken.replaceAll("cat > ", `: ${escape}[2J; cat > `));
    expect(lines.join("\n")).toContain("\uFFFD[2J");
  });
});

test("many files with findings are summarized at the end", async () => {
  const names = ["a", "b", "c", "d", "e"].map((name) => `${name}.lock.yml`);
  const cwd = temporaryFolder(Object.fromEntries(names.map((name) => [name, broken])));
  const list = `Findings by file:\n${names.map((name) => `  ${name}: 1 error\n`).join("")}\n`;
  for (const format of ["full", "stylish"])
    expect((await runCommand([".", "--format", format], { cwd })).stdout).toContain(list);
  const few = await runCommand([...names.slice(1), "--format", "full"], { cwd });
  expect(few.stdout).not.toContain("Findings by file:");
});

describe("`--format markdown`", () => {
  test("links to the lines on GitHub", async () => {
    const cwd = temporaryFolder({ "a b.lock.yml": broken });
    const env = {
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_REPOSITORY: "o/r",
      GITHUB_SHA: "abc",
      GITHUB_WORKSPACE: cwd,
    };
    const { stdout } = await runCommand([".", "--format", "markdown"], { cwd, env });
    expect(stdout).toMatch(
      /\| \[`a b\.lock\.yml:(\d+):\d+`\]\(https:\/\/github\.com\/o\/r\/blob\/abc\/a%20b\.lock\.yml#L\1\) \|/,
    );
  });

  test("escapes `|` and HTML", async () => {
    const cwd = temporaryFolder({ "a|<b>.lock.yml": broken.replaceAll("  agent:", '  "<i>|":') });
    const { stdout } = await runCommand([".", "--format", "markdown"], { cwd });
    const [row] = stdout.split("\n").filter((line) => line.startsWith("| ❌"));
    expect(row!.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test("counts the findings that do not fit", async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.lock.yml`, broken]));
    const { stdout } = await runCommand([".", "--format", "markdown"], { cwd: temporaryFolder(many) });
    expect(stdout).toMatch(/\nAnd 1 more finding\.\n$/);
  });
});

describe("`--completion`", () => {
  const scriptFor = async (shell: string): Promise<string> =>
    (await runCommand(["--completion", shell], { cwd: temporaryFolder() })).stdout;

  test.each([
    [["--fo"], "--format"],
    [["--format", "s"], "stylish sarif"],
    [["a.l"], "a.lock.yml"],
  ])("bash completes %s to %s", async (words, expected) => {
    const script = `${await scriptFor("bash")}
      COMP_WORDS=(gh-aw-lint ${words.join(" ")}) COMP_CWORD=${words.length}
      _gh_aw_lint; echo "\${COMPREPLY[@]}"`;
    const { stdout } = spawnSync("bash", ["-c", script], {
      cwd: temporaryFolder({ "a.lock.yml": "" }),
      encoding: "utf8",
    });
    expect(stdout.trim()).toBe(expected);
  });

  test.each(["zsh", "fish"])("prints a script for %s", async (shell) => {
    await expect(await scriptFor(shell)).toMatchFileSnapshot(`__snapshots__/completion-${shell}.txt`);
  });
});
