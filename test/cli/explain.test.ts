import { explainRuns, explanationText } from "@gh-aw-lint/core";
import { readFileSync } from "node:fs";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { install, job, start } from "../support/job.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const escape = "\u001b";
const broken = lockFile({ detection: false });

describe("`--explain`", () => {
  const cwd = process.cwd();

  test.each(["codex-env-key", "gh-aw/codex-env-key"])("prints the page of %s", async (rule) => {
    const { status, stdout } = await runCommand(["--explain", rule], { cwd });
    const page = readFileSync("packages/eslint-plugin-gh-aw/docs/rules/codex-env-key.md", "utf8");
    expect(status).toBe(0);
    expect(stdout).toContain("# gh-aw/codex-env-key\n\n");
    expect(stdout).not.toContain("<!--");
    expect(stdout.length).toBeGreaterThan(page.length * 0.9);
  });

  test("highlights headings, code, and diffs on a terminal without changing the text", async () => {
    const plain = await runCommand(["--explain", "codex-env-key"], { cwd });
    const { stdout } = await runCommand(["--explain", "codex-env-key"], { cwd, isTTY: true });
    expect(stdout).toContain(`${escape}[1m## Problem${escape}[22m\n`);
    expect(stdout).toContain(`${escape}[36m\`env_key\`${escape}[39m names the environment variable`);
    expect(stdout).toContain(`${escape}[31m-          env_key = `);
    expect(stripVTControlCharacters(stdout)).toBe(plain.stdout);
  });
});

describe("`--explain-run`", () => {
  test("prints what each run does", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { status, stdout, stderr } = await runCommand(["--explain-run", "a.lock.yml"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(explanationText(broken, explainRuns(broken)));
    expect(stdout).toContain("Job agent");
  });

  test("names a program that may start Codex", async () => {
    const text = job([], install, start.replace("codex exec hi", "./agent.sh"));
    const cwd = temporaryFolder({ "agent.yml": text });
    const { status, stdout } = await runCommand(["--explain-run", "agent.yml"], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /^No Codex runs in AWF\.\n\nLine 7: Job `agent` installs Codex .* `\.\/agent\.sh` starts it, .*\.\n$/,
    );
  });

  test("accepts the configuration's address as the proxy's", async () => {
    const baseUrl = "http://gateway.example.com";
    const options = `{ baseUrl: "${baseUrl}" }`;
    const setting = `"gh-aw/codex-websocket-401": ["error", ${options}]`;
    const cwd = temporaryFolder({
      "a.lock.yml": broken,
      "gh-aw-lint.config.mjs": `export default [{ rules: { ${setting} } }];`,
    });
    await runCommand(["--fix", "a.lock.yml"], { cwd });
    const outcome = async (...args: string[]): Promise<string> =>
      /Outcome: +(\w+)/.exec(
        (await runCommand(["--explain-run", "a.lock.yml", ...args], { cwd })).stdout,
      )![1]!;
    expect(await outcome()).toBe("proxied");
    expect(await outcome("--no-config")).not.toBe("proxied");
    expect(await outcome("--no-config", "--rule", `codex-websocket-401: [error, ${options}]`)).toBe(
      "proxied",
    );
  });

  test.each([
    ["a file that does not exist", {}, 2, /cannot be read: ENOENT/],
    [
      "a file that is not YAML",
      { "a.lock.yml": 'codex awf: "x' },
      1,
      /^a\.lock\.yml:1:\d+: .*\nGitHub cannot read/,
    ],
  ])("prints a message for %s", async (_, files, expected, message) => {
    const { status, stdout, stderr } = await runCommand(["--explain-run", "a.lock.yml"], {
      cwd: temporaryFolder(files),
    });
    expect({ status, stdout }).toEqual({ status: expected, stdout: "" });
    expect(stderr).toMatch(message);
  });
});
