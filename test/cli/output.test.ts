import { spawnSync } from "node:child_process";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { command, executeCodex, installAwf } from "../support/steps.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workflow } from "../support/workflow.js";

const escape = "\u001b";
const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });
const unused = `# eslint-disable-next-line gh-aw/codex-websocket-401\n${sound}`;

describe("without findings, the command says where Codex runs go:", () => {
  const other = "on: push\njobs:\n  test:\n    steps:\n      - run: npm test\n";
  const unguarded = workflow({
    header: { agent_id: "codex" },
    // Later versions always start the proxy.
    jobs: { agent: [installAwf("v0.25.0"), executeCodex({ proxy: "none", codex: command.plain })] },
  });
  test.each([
    ["no Codex run", { "a.lock.yml": other }, "1 file, no Codex run found"],
    [
      "one run",
      { "a.lock.yml": lockFile({ compiler: "v0.83.4", detection: false }) },
      "1 file, 1 Codex run, through the proxy",
    ],
    [
      "several files",
      { "a.lock.yml": sound, "b.lock.yml": other, "c.lock.yml": unguarded },
      "3 files, 3 Codex runs: 2 through the proxy, 1 with the proxy off",
    ],
  ])("%s", async (_, files, seen) => {
    const { status, stdout } = await runCommand(["."], { cwd: temporaryFolder(files) });
    expect({ status, stdout }).toEqual({ status: 0, stdout: `No findings: ${seen}.\n` });
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

describe("progress", () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${index}.lock.yml`, broken]));
  const line = new RegExp(String.raw`^(?:\r\d+ of 40 files)+\r${escape}\[K$`);

  test("is shown on a terminal, and removed at the end", async () => {
    const { stderr } = await runCommand(["."], { cwd: temporaryFolder(many), isTTY: true });
    expect(stderr).toMatch(line);
  });

  test("is not shown elsewhere, or for a few files", async () => {
    expect((await runCommand(["."], { cwd: temporaryFolder(many) })).stderr).toBe("");
    const few = temporaryFolder({ "a.lock.yml": broken });
    expect((await runCommand(["."], { cwd: few, isTTY: true })).stderr).toBe("");
  });
});

describe("colors", () => {
  const red = `${escape}[31m`;
  test.each([
    ["are used on a terminal", { isTTY: true }, true],
    ["are not used elsewhere", {}, false],
    ["are used with FORCE_COLOR", { env: { FORCE_COLOR: "1" } }, true],
    ["are not used with NO_COLOR", { isTTY: true, env: { NO_COLOR: "1" } }, false],
    ["are used with `--color`", { env: { NO_COLOR: "1" } }, true, "--color"],
    ["are not used with `--no-color`", { isTTY: true, env: { FORCE_COLOR: "1" } }, false, "--no-color"],
  ])("%s", async (_, environment, expected, ...args: readonly string[]) => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { stdout } = await runCommand([".", ...args], { cwd, ...environment });
    expect(stdout.includes(red)).toBe(expected);
  });
});
