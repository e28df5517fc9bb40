import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });

describe("`-`", () => {
  test("lints standard input, under a file name if requested", async () => {
    const cwd = temporaryFolder();
    const plain = await runCommand(["-"], { cwd, stdin: broken });
    expect(plain.status).toBe(1);
    expect(plain.stdout).toMatch(/^\nstdin\.lock\.yml\n {2}\d+:\d+ {2}error /);
    const named = await runCommand(["-", "--stdin-filename", "x/a.yml", "--format", "github"], {
      cwd,
      stdin: broken,
    });
    expect(named.stdout).toMatch(/^::error file=x\/a\.yml,/);
  });

  test("prints the fixed text with `--fix`, and everything else to standard error", async () => {
    const cwd = temporaryFolder();
    const { status, stdout, stderr } = await runCommand(["-", "--fix"], { cwd, stdin: broken });
    expect(status).toBe(0);
    expect(stderr).toContain("\nFixed 1 file. ");
    expect(await runCommand(["-", "--fix", "-q"], { cwd, stdin: stdout })).toEqual({
      status: 0,
      stdout,
      stderr: "",
    });
  });

  test.each([
    ["without findings", sound],
    ["without jobs", "on: push\n"],
  ])("prints a text %s unchanged", async (_, text) => {
    const { stdout } = await runCommand(["-", "--fix"], { cwd: temporaryFolder(), stdin: text });
    expect(stdout).toBe(text);
  });

  test("prints the text even if the file is ignored", async () => {
    const args = ["-", "--fix", "--ignore-pattern", "stdin.*"];
    const { status, stdout } = await runCommand(args, { cwd: temporaryFolder(), stdin: broken });
    expect({ status, stdout }).toEqual({ status: 0, stdout: broken });
  });
});
