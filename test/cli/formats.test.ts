import { ESLint } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import type { Log } from "sarif";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stylishFormat } from "../../packages/gh-aw-lint/src/formats/stylish.js";
import { runCommand } from "../support/command.js";
import { lockFile } from "../support/lock-file.js";
import { cases } from "../support/property.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const sound = lockFile({ compiler: "v0.83.4" });
const files = {
  ".github/workflows/bypass.lock.yml": lockFile({ detection: false }),
  ".github/workflows/not, 100% yaml.lock.yml": 'run: "codex awf',
  ".github/workflows/sound.lock.yml": sound,
  ".github/workflows/unused.lock.yml": `# eslint-disable-next-line gh-aw/codex-websocket-401\n${sound}`,
};

describe.each(["stylish", "full", "markdown", "json", "sarif", "github"])("`--format %s`", (format) => {
  test("prints the recorded output", async () => {
    const cwd = temporaryFolder(files);
    const { stdout } = await runCommand(["--format", format], { cwd });
    const readable = format === "json" ? JSON.stringify(withoutSource(JSON.parse(stdout)), null, 2) : stdout;
    const portable = readable.replaceAll(cwd, "/repository").replace(/"markdown": ".*"/, '"markdown": "..."');
    await expect(portable).toMatchFileSnapshot(`__snapshots__/${format}.txt`);
  });
});

describe("`stylish`", () => {
  const finding = fc.record({
    ruleId: fc.constantFrom("gh-aw/codex-websocket-401", "gh-aw/stale-lock", null),
    severity: fc.constantFrom(1 as const, 2 as const),
    line: fc.integer({ min: 0, max: 12_000 }),
    column: fc.integer({ min: 0, max: 300 }),
    message: fc.oneof(
      fc.constantFrom("Recompile.", "In `a b` .", ".", "", "5 of 12 runs", "\u001b[31mred\u001b[39m"),
      fc.string({ unit: "grapheme" }).filter((text) => !/[\n\r]/.test(text)),
    ),
    fix: fc.option(fc.constant({ range: [0, 0] as [number, number], text: "" }), { nil: undefined }),
  });
  const result = fc
    .record({ filePath: fc.constantFrom("/a/1.lock.yml", "/b.lock.yml"), messages: fc.array(finding) })
    .map(({ filePath, messages }): ESLint.LintResult => {
      const count = (severity: number, isFixable: boolean): number =>
        messages.filter((one) => one.severity === severity && (!isFixable || one.fix)).length;
      return {
        filePath,
        messages: messages,
        suppressedMessages: [],
        errorCount: count(2, false),
        warningCount: count(1, false),
        fatalErrorCount: 0,
        fixableErrorCount: count(2, true),
        fixableWarningCount: count(1, true),
        usedDeprecatedRules: [],
      };
    });

  const output = { write: (): void => undefined };
  const terminal = { stdin: Readable.from([]), stdout: output, stderr: output, cwd: "/c", env: {} };

  test("prints the same as ESLint's formatter, with or without colors, and a hint", async () => {
    const formatter = await new ESLint().loadFormatter("stylish");
    const property = fc.asyncProperty(
      fc.array(result, { maxLength: 4 }),
      fc.boolean(),
      async (results, color) => {
        const printed = stylishFormat(results, {
          ...terminal,
          stdout: { isTTY: color, write: () => undefined },
        });
        const theirs = await formatter.format(results, { color });
        expect(printed.slice(0, theirs.length)).toBe(theirs);
        expect(printed.slice(theirs.length)).toMatch(/^(Rule documentation: .*\n)?$/);
      },
    );
    await fc.assert(property, { numRuns: cases, seed: Number(process.env.FC_SEED) });
  });
});

describe("`--summary`", () => {
  test("appends the findings to a file as Markdown, with any format", async () => {
    const cwd = temporaryFolder({ ...files, "summary.md": "Before.\n" });
    const { stdout } = await runCommand(["--format", "github", "--summary", "summary.md"], { cwd });
    expect(stdout).toBe((await runCommand(["--format", "github"], { cwd })).stdout);
    const markdown = (await runCommand(["--format", "markdown"], { cwd })).stdout;
    expect(readFileSync(join(cwd, "summary.md"), "utf8")).toBe(`Before.\n${markdown}`);
  });

  test("names a file that cannot be written", async () => {
    const { status, stderr } = await runCommand(["--summary", "none/summary.md"], {
      cwd: temporaryFolder(files),
    });
    expect(status).toBe(2);
    expect(stderr).toContain("`none/summary.md` cannot be written: ENOENT");
  });
});

describe("the paths in annotations and SARIF", () => {
  const pathsIn = async (cwd: string, args: string[], env = {}): Promise<string[]> => {
    const { stdout } = await runCommand([...args, "--format", "sarif"], { cwd, env });
    const { results = [] } = (JSON.parse(stdout) as Log).runs[0]!;
    const uris = results.map(({ locations }) => locations![0]!.physicalLocation!.artifactLocation!.uri!);
    const annotations = await runCommand([...args, "--format", "github"], { cwd, env });
    expect(annotations.stdout.match(/^::\w+ file=/gm)).toHaveLength(uris.length);
    return uris;
  };

  test("are relative to the repository's folder on a runner, in any working folder", async () => {
    const repository = temporaryFolder({
      "packages/a/b.lock.yml": files[".github/workflows/bypass.lock.yml"],
    });
    const cwd = join(repository, "packages/a");
    expect(await pathsIn(cwd, ["b.lock.yml"], { GITHUB_WORKSPACE: repository })).toEqual([
      "packages/a/b.lock.yml",
    ]);
    expect(await pathsIn(cwd, ["b.lock.yml"])).toEqual(["b.lock.yml"]);
  });

  test("are absolute outside the repository's folder", async () => {
    const elsewhere = temporaryFolder({ "a b.lock.yml": files[".github/workflows/bypass.lock.yml"] });
    const file = join(elsewhere, "a b.lock.yml");
    expect(await pathsIn(temporaryFolder(), [file])).toEqual([pathToFileURL(file).href]);
  });
});

test("SARIF has the same findings as the output of Microsoft's formatter", async () => {
  const cwd = temporaryFolder({ "a.lock.yml": lockFile(), "b.lock.yml": lockFile({ compiler: "v0.82.14" }) });
  const eslint = new ESLint({ cwd, overrideConfigFile: true, baseConfig: [ghAw.configs.recommended] });
  const path = createRequire(import.meta.url).resolve("@microsoft/eslint-formatter-sarif");
  const theirs = await (await eslint.loadFormatter(path)).format(await eslint.lintFiles(["."]));
  const { stdout } = await runCommand([".", "--format", "sarif"], { cwd });
  const ours = findings(JSON.parse(stdout) as Log);
  expect(ours.length).toBeGreaterThan(2);
  expect(ours).toEqual(findings(JSON.parse(theirs) as Log));
});

function findings({ version, runs }: Log): unknown[] {
  expect(version).toBe("2.1.0");
  return runs[0]!.results!.map(({ ruleId, level, message, locations }) => ({
    ruleId,
    level,
    message,
    region: locations![0]!.physicalLocation!.region,
  }));
}

/** Removes the texts of files, which Microsoft's formatter adds. */
function withoutSource(output: unknown): unknown {
  const { schemaVersion, results } = output as {
    schemaVersion: number;
    results: Record<string, unknown>[];
  };
  return {
    schemaVersion,
    results: results.map(({ source, ...rest }) => ({ ...rest, hasSource: source !== undefined })),
  };
}
