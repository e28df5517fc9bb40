import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { actionFolder, lintByAction, readAction } from "../support/action.js";
import { lockFile } from "../support/lock-file.js";
import { runStep } from "../support/runner.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const [install] = readAction().runs.steps;
const broken = lockFile({ detection: false });
const unused = `# eslint-disable-next-line gh-aw/codex-websocket-401\n${lockFile({ compiler: "v0.83.4" })}`;
const file = ".github/workflows/a.lock.yml";

describe("the action", () => {
  test("annotates the lock files of the repository, and fails", () => {
    const { status, stdout } = lintByAction(temporaryFolder({ [file]: broken }));
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=\.github\/workflows\/a\.lock\.yml,line=\d+,/);
  });

  test("succeeds if there are no findings", () => {
    const result = lintByAction(temporaryFolder({ [file]: lockFile({ compiler: "v0.83.4" }) }));
    expect(result).toEqual({
      status: 0,
      stdout: "",
      stderr: "No findings: 1 file, 2 Codex runs, all through the proxy.\n",
    });
  });

  test("lints the files in `files`, one per line", () => {
    const cwd = temporaryFolder({ "a b.yml": broken, "folder/c.lock.yml": broken, [file]: broken });
    const { stdout } = lintByAction(cwd, { files: "a b.yml\n\nfolder\n" });
    expect(stdout.match(/(?<=^::error file=)[^,]+/gm)).toEqual(["a b.yml", "folder/c.lock.yml"]);
  });

  test("adds the findings to the step's summary", () => {
    const cwd = temporaryFolder({ [file]: broken });
    const summary = join(temporaryFolder({ "summary.md": "" }), "summary.md");
    const env = { GITHUB_STEP_SUMMARY: summary, GITHUB_SERVER_URL: "https://github.com" };
    const { status, stdout } = lintByAction(cwd, {}, { ...env, GITHUB_REPOSITORY: "o/r", GITHUB_SHA: "abc" });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=/);
    const [heading, , , , row] = readFileSync(summary, "utf8").split("\n");
    expect(heading).toBe("### gh-aw-lint: 1 finding in 1 of 1 file");
    expect(row).toMatch(
      /^\| ❌ \| \[`[^`]+`\]\(https:\/\/github\.com\/o\/r\/blob\/abc\/\.github\/workflows\/a\.lock\.yml#L\d+\)/,
    );
  });

  test("fixes files with `fix: true`", () => {
    const cwd = temporaryFolder({ [file]: broken });
    const { status, stdout, stderr } = lintByAction(cwd, { fix: "true" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    expect(stderr).toContain("\nFixed 1 file. ");
    expect(readFileSync(join(cwd, file), "utf8")).toContain('model_provider = "openai-proxy"');
  });

  test.each([
    ["error", broken, 1],
    ["error", unused, 0],
    ["warning", broken, 1],
    ["warning", unused, 1],
    ["never", broken, 0],
    ["never", unused, 0],
  ])("with `fail-on: %s` has the documented exit code", (failOn, text, expected) => {
    expect(lintByAction(temporaryFolder({ [file]: text }), { "fail-on": failOn }).status).toBe(expected);
  });

  test("fails with every `fail-on` if there is nothing to lint", () => {
    expect(lintByAction(temporaryFolder(), { "fail-on": "never" }).status).toBe(2);
  });

  test.each([
    [{ fix: "yes" }, "::error::The input fix must be true or false.\n"],
    [{ strict: "1" }, "::error::The input strict must be true or false.\n"],
    [{ "fail-on": "info" }, "::error::The input fail-on must be error, warning or never.\n"],
  ])("rejects %s", (given, stdout) => {
    expect(lintByAction(temporaryFolder({ [file]: broken }), given)).toEqual({
      status: 2,
      stdout,
      stderr: "",
    });
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ["the repository's configuration", {}, "http://gateway.example.com"],
    ["`false`, for no configuration", { config: "false" }, "http://172.30.0.30:10000"],
    ["another configuration", { config: "other.mjs" }, "http://other.example.com"],
    [
      "settings of rules",
      { rules: '\ncodex-websocket-401: [2, { baseUrl: "http://a.example.com" }]\ncodex-env-key: off\n' },
      "http://a.example.com",
    ],
  ])("accepts %s", (_, given, address) => {
    const config = (baseUrl: string): string =>
      `export default [{ rules: { "gh-aw/codex-websocket-401": ["error", { baseUrl: "${baseUrl}" }] } }];`;
    const cwd = temporaryFolder({
      [file]: broken,
      "gh-aw-lint.config.mjs": config("http://gateway.example.com"),
      "other.mjs": config("http://other.example.com"),
    });
    expect(lintByAction(cwd, given).stdout).toContain(`base_url = "${address}"`);
  });

  test("enables all rules with `strict: true`, and excludes files that match `ignore-patterns`", () => {
    const cwd = temporaryFolder({ [file]: broken, "b.lock.yml": broken });
    const { stdout } = lintByAction(cwd, { files: ".", strict: "true", "ignore-patterns": "*.x\nb.*" });
    expect(stdout).toContain("title=gh-aw/stale-compiler");
    expect(stdout).not.toContain("file=b.lock.yml");
  });

  test("runs no shell code in an input", () => {
    const cwd = temporaryFolder({ [file]: broken });
    const { status, stderr } = lintByAction(cwd, { files: "$(touch owned)`touch owned`;touch owned\n--fix" });
    expect(status).toBe(2);
    expect(stderr).toBe(
      "No file matches `$(touch owned)`touch owned`;touch owned`.\n`--fix` does not exist.\n",
    );
    const inputs = ["config", "rules", "ignore-patterns"].map((name) => [name, "--fix $(touch owned)"]);
    expect(lintByAction(cwd, Object.fromEntries(inputs) as Record<string, string>).status).toBe(2);
    expect(existsSync(join(cwd, "owned"))).toBe(false);
    expect(lintByAction(cwd, { files: "--fix" }).stderr).toBe("`--fix` does not exist.\n");
    expect(readFileSync(join(cwd, file), "utf8")).toBe(broken);
  });

  describe("the action installs, outside the checkout,", () => {
    /** The packages that npm is told to install, and the folder. */
    function installWith(env: Readonly<Record<string, string>>): string {
      const cwd = temporaryFolder({ ".npmrc": "registry=http://example.invalid" });
      const temp = temporaryFolder();
      const programs = temporaryFolder({ npm: '#!/bin/sh\necho "$PWD: npm $*"\n' });
      chmodSync(join(programs, "npm"), 0o755);
      const { status, stdout, stderr } = runStep(install!.run, cwd, {
        GITHUB_ACTION_PATH: actionFolder,
        RUNNER_TEMP: temp,
        PATH: `${programs}:${process.env.PATH!}`,
        ...env,
      });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      const prefix = `${temp}/gh-aw-lint: npm install --prefix . --ignore-scripts --no-audit --no-fund `;
      expect(stdout.slice(0, prefix.length)).toBe(prefix);
      return stdout.slice(prefix.length);
    }

    test("the package of its own version", () => {
      const { version } = JSON.parse(readFileSync("packages/gh-aw-lint/package.json", "utf8")) as {
        version: string;
      };
      expect(installWith({})).toBe(`gh-aw-lint@${version}\n`);
    });

    test("the tarballs that its own CI has packed", () => {
      const packed = temporaryFolder({ "a b.tgz": "", "c.tgz": "", "notes.md": "" });
      expect(installWith({ GH_AW_LINT_PACKED: packed })).toBe(`${packed}/a b.tgz ${packed}/c.tgz\n`);
    });
  });
});
