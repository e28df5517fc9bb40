import { explainRuns, explanationText } from "@gh-aw-lint/core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { command, executeCodex, installAwf } from "../support/steps.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { workflow } from "../support/workflow.js";

const escape = "\u001b";
/** Creates the folders of gh-aw and the prompt, as compiled files do. */
const header = { agent_id: "codex" };
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

describe("`--explain-run`", () => {
  test("prints what each run does", async () => {
    const cwd = temporaryFolder({ "a.lock.yml": broken });
    const { status, stdout, stderr } = await runCommand(["--explain-run", "a.lock.yml"], { cwd });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toBe(explanationText(broken, explainRuns(broken)));
    expect(stdout).toContain("Job agent");
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

test("`--strict` enables more rules", async () => {
  const cwd = temporaryFolder({ "a.lock.yml": lockFile({ codex: "latest" }) });
  const rules = async (...args: string[]): Promise<string> =>
    (await runCommand(["a.lock.yml", ...args], { cwd })).stdout;
  expect(await rules()).not.toContain("gh-aw/stale-compiler");
  expect(await rules("--strict")).toContain("gh-aw/stale-compiler");
});

describe("`--fix`", () => {
  const unfixable = workflow({
    header,
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

describe("without findings, the command says where Codex runs go:", () => {
  const other = "on: push\njobs:\n  test:\n    steps:\n      - run: npm test\n";
  const unguarded = workflow({
    header,
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
