import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runCommand, spawnCommand } from "../support/command.js";
import type { ProcessResult } from "../support/process-result.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
const file = ".github/workflows/a.lock.yml";
const gateway = "http://gateway.example.com/v1";
const withGateway = `rules: { "gh-aw/codex-websocket-401": ["error", { baseUrl: "${gateway}" }] }`;
const eslintConfig = `
  import ghAw from "eslint-plugin-gh-aw";
  export default [ghAw.configs.recommended, { files: ["**/*.lock.yml"], ${withGateway} }];`;
const ownConfig = `export default [{ ${withGateway} }];`;

/** A repository with a workflow in which Codex bypasses the proxy, and with these files. */
function repository(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder({ [file]: broken, ...files });
  mkdirSync(join(folder, "node_modules"));
  const plugin = fileURLToPath(new URL("../../packages/eslint-plugin-gh-aw", import.meta.url));
  symlinkSync(plugin, join(folder, "node_modules/eslint-plugin-gh-aw"), "junction");
  return folder;
}

/** The configuration that `--verbose` names, and the address that the fix writes. */
function fixIn(
  cwd: string,
  ...args: string[]
): { readonly log: string; readonly address: string | undefined } {
  const { stderr } = spawnCommand(["--fix", "--verbose", ...args], { cwd });
  const [, address] = /base_url = "(.*?)"/.exec(readFileSync(join(cwd, file), "utf8")) ?? [];
  return { log: stderr, address };
}

describe("the configuration is", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], string, string]>([
    [
      "the repository's ESLint configuration",
      { "eslint.config.mjs": eslintConfig },
      [],
      "`eslint.config.mjs`",
      gateway,
    ],
    ["gh-aw-lint.config.mjs", { "gh-aw-lint.config.mjs": ownConfig }, [], "`gh-aw-lint.config.mjs`", gateway],
    [
      "gh-aw-lint.config.mjs, if ESLint's configuration has no gh-aw rules",
      { "eslint.config.mjs": "export default [{}];", "gh-aw-lint.config.mjs": ownConfig },
      [],
      "`gh-aw-lint.config.mjs`",
      gateway,
    ],
    [
      "`recommended`, if ESLint's configuration has no gh-aw rules and cannot be loaded",
      { "eslint.config.mjs": 'import "not-installed"; export default [];' },
      [],
      "`recommended`",
      "http://172.30.0.30:10000",
    ],
    [
      "the file that --config names",
      { "lint/a.mjs": ownConfig },
      ["--config", "lint/a.mjs"],
      "`lint/a.mjs`",
      gateway,
    ],
    [
      "the ESLint configuration that --config names",
      { "lint/eslint.config.mjs": eslintConfig },
      ["--config", "lint/eslint.config.mjs"],
      "`lint/eslint.config.mjs`",
      gateway,
    ],
    [
      "`recommended` with --no-config",
      { "eslint.config.mjs": eslintConfig },
      ["--no-config"],
      "`recommended`",
      "http://172.30.0.30:10000",
    ],
    [
      "overridden by the command line",
      { "gh-aw-lint.config.mjs": ownConfig },
      ["--rule", "codex-websocket-401: [error, { baseUrl: 'http://other.example.com' }]"],
      "`gh-aw-lint.config.mjs`",
      "http://other.example.com",
    ],
  ])("%s", (_, files, args, name, expected) => {
    const { log, address } = fixIn(repository(files), ...args);
    expect(log).toBe(`Configuration: ${name}\n`);
    expect(address).toBe(expected);
  });

  test("found in a folder above the working folder", () => {
    const cwd = repository({ "gh-aw-lint.config.mjs": ownConfig, "packages/a/b.lock.yml": broken });
    const { stdout } = spawnCommand(["b.lock.yml"], { cwd: join(cwd, "packages/a") });
    expect(stdout).toContain(gateway);
  });

  test("extended by `--strict` to all rules, and keeps its options", () => {
    const cwd = repository({ "eslint.config.mjs": eslintConfig });
    const { stdout } = spawnCommand(["--strict"], { cwd });
    expect(stdout).toContain("gh-aw/stale-compiler");
    expect(stdout).toContain(gateway);
  });
});

const run = (cwd: string, ...args: string[]): ProcessResult => spawnCommand(args, { cwd });

describe("the repository's ESLint configuration", () => {
  test("determines ignored files and rules that are off for some files", () => {
    const config = `
      import ghAw from "eslint-plugin-gh-aw";
      export default [
        { ignores: ["**/a.lock.yml"] },
        ghAw.configs.recommended,
        { files: ["**/b.lock.yml"], rules: { "gh-aw/codex-websocket-401": "off" } },
      ];`;
    const cwd = repository({ "eslint.config.mjs": config, ".github/workflows/b.lock.yml": broken });
    expect(run(cwd, "--verbose")).toMatchObject({
      status: 0,
      stderr: `Configuration: \`eslint.config.mjs\`\nIgnored: ${file}\n`,
      stdout: "No findings: 1 file, 1 Codex run, with findings that are off or suppressed; 1 file ignored.\n",
    });
    expect(run(cwd, file).stdout).toBe("No findings: 0 files, no Codex run found; 1 file ignored.\n");
  });

  test("has rules for lock files, which also apply to named files", () => {
    const cwd = repository({ "eslint.config.mjs": eslintConfig, "workflow.yml": broken });
    const elsewhere = join(temporaryFolder({ "b.yml": broken }), "b.yml");
    for (const path of ["workflow.yml", elsewhere]) expect(run(cwd, path).stdout).toContain(gateway);
  });

  test("has rules of other plugins, which the command does not run", () => {
    const other = `${eslintConfig.replace("];", `, { files: ["**/*.lock.yml"], plugins: { other }, rules: { "other/all": 2 } }];`)}
      const other = { rules: { all: { create: (context) => ({ Program: (node) => context.report({ node, message: "no" }) }) } } };`;
    const cwd = repository({
      "eslint.config.mjs":
        other.replace("export default", "").replace("[ghAw", "const all = () => [ghAw") +
        "\nexport default all();",
    });
    const { stdout } = run(cwd, "--format", "json");
    const { results } = JSON.parse(stdout) as { results: [{ messages: { ruleId: string }[] }] };
    expect(results[0].messages.map(({ ruleId }) => ruleId)).toEqual(["gh-aw/codex-websocket-401"]);
  });
});

test("`--strict` enables more rules, without any configuration", async () => {
  const cwd = temporaryFolder({ "a.lock.yml": lockFile({ codex: "latest" }) });
  const rules = async (...args: string[]): Promise<string> =>
    (await runCommand(["a.lock.yml", ...args], { cwd })).stdout;
  expect(await rules()).not.toContain("gh-aw/stale-compiler");
  expect(await rules("--strict")).toContain("gh-aw/stale-compiler");
});

test("`--ignore-pattern` excludes files", () => {
  const cwd = repository({ ".github/workflows/b.lock.yml": broken });
  const { stdout } = run(cwd, "--ignore-pattern", "**/a.*", "--ignore-pattern", "x");
  expect(stdout).not.toContain("a.lock.yml");
  expect(stdout).toContain("b.lock.yml");
});

test("the example in the documentation is a valid configuration", () => {
  const page = readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8");
  const [, example] = /^```js\n([^]*?)^```$/m.exec(page)!;
  const cwd = repository({
    "gh-aw-lint.config.mjs": example!,
    ".github/workflows/experiment.lock.yml": broken,
  });
  const { stdout, stderr } = run(cwd, "--verbose");
  expect(stderr).toContain("\nIgnored: .github/workflows/experiment.lock.yml\n");
  expect(stdout).toContain('base_url = "http://gateway.example.com"');
});

describe("an error names what is wrong with a configuration:", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], RegExp]>([
    [
      "a file that does not exist",
      {},
      ["--config", "no.mjs"],
      /^The configuration `no.mjs` does not exist\.\n$/,
    ],
    ["the name of a preset", {}, ["--config", "strict"], /Did you mean `--strict`\?\n$/],
    [
      "an ESLint configuration with gh-aw rules that cannot be loaded",
      { "eslint.config.mjs": 'import ghAw from "eslint-plugin-gh-aw"; import "not-installed";' },
      [],
      /^`eslint\.config\.mjs` cannot be loaded: .*not-installed.*\nInstall its imports .*`--no-config`\.\n$/,
    ],
    [
      "a configuration that cannot be loaded",
      { "gh-aw-lint.config.mjs": 'throw new Error("no");' },
      [],
      /^`gh-aw-lint\.config\.mjs` cannot be loaded: no\n$/,
    ],
    [
      "a configuration without a default export",
      { "gh-aw-lint.config.mjs": "export const rules = {};" },
      [],
      /^`gh-aw-lint\.config\.mjs` does not export a configuration\. /,
    ],
    [
      "an option that the rule does not have",
      {
        "gh-aw-lint.config.mjs":
          'export default [{ rules: { "gh-aw/codex-websocket-401": [2, { base: 1 }] } }];',
      },
      [],
      /^The configuration \(gh-aw-lint\.config\.mjs\) is not valid: [^]*base/,
    ],
    [
      "an unknown rule",
      {},
      ["--rule", "codex-websocket: off"],
      /^There is no rule `codex-websocket`\. Did you mean `gh-aw\/codex-websocket-401`\?\n$/,
    ],
    ["an invalid setting", {}, ["--rule", "off"], /^`--rule 'off'` is not of the form `NAME: SEVERITY`/],
    [
      "an invalid severity",
      {},
      ["--rule", "codex-unpinned: always"],
      /^`--rule 'codex-unpinned: always'` is not of the form/,
    ],
  ])("%s", (_, files, args, message) => {
    const { status, stdout, stderr } = run(repository(files), ...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });

  test("a TypeScript file that Node cannot run", () => {
    const { status, stderr } = run(repository({ "gh-aw-lint.config.ts": `${ownConfig} as const` }));
    const runsTypeScript = "typescript" in process.features && process.features.typescript !== false;
    expect(status).toBe(runsTypeScript ? 1 : 2);
    expect(stderr).toMatch(runsTypeScript ? /^$/ : /needs Node 22\.18 or later/);
  });
});

test("files outside the configuration's folder are linted with its rules", () => {
  const cwd = repository({ "gh-aw-lint.config.mjs": ownConfig });
  const elsewhere = temporaryFolder();
  writeFileSync(join(elsewhere, "a.lock.yml"), broken);
  expect(run(cwd, join(elsewhere, "a.lock.yml")).stdout).toContain(gateway);
});
