import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { command, executeCodex } from "../support/steps.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workflow } from "../support/workflow.js";

const escape = "\u001b";
const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });

describe("`--fix`", () => {
  const unfixable = workflow({
    header: { agent_id: "codex" },
    jobs: {
      agent: [
        { name: "Configure", run: "echo 'model_provider = ' > /tmp/gh-aw/mcp-config/config.toml\n" },
        executeCodex({ proxy: "flag", codex: command.plain }),
      ],
    },
  });

  test("fixes the files, names them, and reports the remaining findings", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken, "b.lock.yml": lockFile(), "c.lock.yml": unfixable });
    const { status, stdout } = await runCommand([".", "--fix"], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^\nc\.lock\.yml\n {2}\d+:\d+ {2}error /);
    expect(stdout).toMatch(
      /\na\.lock\.yml\n {2}job agent: codex-websocket-401\n[^]*\nb\.lock\.yml\n[^]*\nFixed 2 files\. /,
    );
    expect(readFileSync(join(cwd, "a.lock.yml"), "utf8")).toContain('model_provider = "openai-proxy"');
    expect(readFileSync(join(cwd, "c.lock.yml"), "utf8")).toBe(unfixable);
  });

  test("changes nothing the second time", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const nothing = "No findings: 1 file, 1 Codex run, through the proxy.\n";
    const first = await runCommand([".", "--fix"], { cwd });
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(first.stdout.endsWith(`\n${nothing}`)).toBe(true);
    const second = await runCommand([".", "--fix"], { cwd });
    expect(second).toEqual({ status: 0, stdout: nothing, stderr: "" });
  });

  test("prints the summary to standard error if a program reads the output", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { stdout, stderr } = await runCommand([".", "--fix", "--format", "json"], { cwd });
    expect(stderr).toMatch(/\nFixed 1 file\. .*\nNo findings: /);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, results: [{ messages: [] }] });
  });

  test("lists the changes of each job, and says whether a compile keeps them", async () => {
    const gateway = workflow({
      jobs: {
        agent: [
          {
            name: "Configure",
            run: `mkdir -p /tmp/gh-aw/mcp-config /tmp/gh-aw/aw-prompts
echo 'Say hello.' > /tmp/gh-aw/aw-prompts/prompt.txt
cat > /tmp/gh-aw/mcp-config/config.toml << EOF
model_provider = "p"
[model_providers.p]
name = "P"
base_url = "http://172.30.0.30:9"
env_key = "OPENAI_API_KEY"
supports_websockets = false
EOF
`,
          },
          executeCodex({ proxy: "flag", codex: command.plain }),
        ],
      },
    });
    const cwd = temporaryFolder({ "a.lock.yml": lockFile(), "b.yml": gateway });
    const { stdout } = await runCommand(["a.lock.yml", "b.yml", "--fix"], { cwd });
    await expect(stdout).toMatchFileSnapshot("__snapshots__/fix.txt");
  });

  test("is required to write files", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    await runCommand(["."], { cwd });
    expect(readFileSync(join(cwd, "a.lock.yml"), "utf8")).toBe(broken);
  });
});

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
