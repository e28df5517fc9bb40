import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
const sound = lockFile({ compiler: "v0.83.4" });
const unused = `# eslint-disable-next-line gh-aw/codex-websocket-401\n${sound}`;

describe("the exit code", () => {
  test.each([
    ["0 without findings", sound, [], 0],
    ["1 with errors", broken, [], 1],
    ["1 if the file cannot be parsed", 'run: "codex awf', [], 1],
    ["0 with warnings", unused, [], 0],
    ["0 with as many warnings as allowed", unused, ["--max-warnings", "1"], 0],
    ["1 with more warnings than allowed", unused, ["--max-warnings", "0"], 1],
    ["1 with errors that only `--strict` reports", lockFile(), ["--strict"], 1],
    ["0 with errors and `--exit-zero`", broken, ["--exit-zero"], 0],
  ])("is %s", async (_, text, args, expected) => {
    const cwd = temporaryFolder({ "a.lock.yml": text });
    const { status, stderr } = await runCommand(["a.lock.yml", ...args], { cwd });
    expect(status).toBe(expected);
    const tooMany = expected === 1 && args.includes("0");
    expect(stderr).toBe(tooMany ? "There are more warnings than `--max-warnings 0` allows.\n" : "");
  });

  test.each([
    ["an unknown option", ["--fxi"], "Did you mean --fix?"],
    ["no file to lint, also with `--exit-zero`", ["a.lock.yml", "--exit-zero"], "a.lock.yml"],
    ["an unknown format", ["--format", "gitub"], "Did you mean `github`?"],
    [
      "two options that exclude each other",
      ["--fix", "--diff"],
      "'--diff' cannot be used with option '--fix'",
    ],
    ["an unknown shell", ["--completion", "zhs"], "Did you mean `zsh`?"],
    ["an invalid number", ["--max-warnings", "many"], "It must be a whole number."],
    ["an option without its value", ["--format"], "argument missing"],
    ["an unknown rule", ["--explain", "codex-websocket-400"], "Did you mean `codex-websocket-401`?"],
    [
      "a part of rule names",
      ["--explain", "websocket"],
      "Did you mean `codex-proxy-websocket` or `codex-websocket-401`?",
    ],
  ])("is 2 for %s", async (_, args, message) => {
    const { status, stdout, stderr } = await runCommand(args, { cwd: temporaryFolder() });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
