import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileSources, compilerVersion, withAwf } from "../../scripts/upstream/compile.mjs";
import { lintCompiled } from "../../scripts/upstream/lint.mjs";
import { report } from "../../scripts/upstream/report.mjs";
import { lockFile } from "../support/lock-file.js";
import { runStep } from "../support/runner.js";
import type { ProcessResult } from "../support/process-result.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { scriptOf } from "../support/workflow-step.js";

const workflow = ".github/workflows/upstream.yml";
const sources = "test/upstream";
const names = readdirSync(sources).filter((name) => name.endsWith(".md"));

function executable(folder: string, name: string, script: string): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/bash\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

/** A stand-in for gh-aw that writes this text as each lock file, or no lock file. */
function compilerOf(text: string | undefined): string {
  const folder = temporaryFolder({ "a.lock.yml": text ?? "" });
  const write =
    text === undefined
      ? 'echo "error: no" >&2; exit 1'
      : `cp ${folder}/a.lock.yml .github/workflows/$3.lock.yml`;
  return executable(
    folder,
    "gh-aw",
    `if [ "$1" = version ]; then echo "gh aw version v0.99.1"; else ${write}; fi`,
  );
}

/** The report on a compiler that writes this text. */
async function reportOn(text: string | undefined, awf?: string): Promise<{ text: string; isClean: boolean }> {
  const compiler = compilerOf(text);
  const results = [];
  for (const compiled of compileSources(compiler, sources, ["codex.md"], { folder: temporaryFolder(), awf }))
    results.push({ ...compiled, awf, linted: await lintCompiled(compiled.lockFile) });
  return report(compilerVersion(compiler), results);
}

describe("the output of a new gh-aw", () => {
  test("has no problems if each Codex run reaches the proxy", async () => {
    const { text, isClean } = await reportOn(lockFile({ compiler: "v0.83.4" }));
    expect(isClean).toBe(true);
    expect(text).toMatch(/^# What gh-aw v0\.99\.1 writes\n\nNothing to look at\.\n/);
    expect(text).toMatch(/^\| codex\.md \| v?[\d.]+ \| agent \| [\d.]+ \| on \| proxied \|$/m);
  });

  test("is reported if a run bypasses the proxy", async () => {
    const { text, isClean } = await reportOn(lockFile({ detection: false }), "v0.99.0");
    expect(isClean).toBe(false);
    expect(text).toMatch(/^- `codex\.md` with AWF v0\.99\.0, \d+:\d+: gh-aw\/codex-websocket-401: /m);
    expect(text).toMatch(/^\| codex\.md \| v?[\d.]+ \| agent \| [\d.]+ \| on \| direct \|$/m);
  });

  test("is reported if a run has no proxy, which no rule reports", async () => {
    const withoutProxy = lockFile({ compiler: "v0.70.0" }).replaceAll(" --enable-api-proxy", "");
    const { text, isClean } = await reportOn(withoutProxy);
    expect(isClean).toBe(false);
    expect(text).toMatch(/^- `codex\.md`, job `agent`: `unguarded`: /m);
  });

  test("is reported if the linter finds no Codex run", async () => {
    const { text, isClean } = await reportOn("on: push\njobs: {}\n");
    expect(isClean).toBe(false);
    expect(text).toContain("- `codex.md`: the linter sees no Codex run.");
  });

  test("is reported if there is no lock file", async () => {
    const { text, isClean } = await reportOn(undefined);
    expect(isClean).toBe(false);
    expect(text).toContain("- `codex.md` is not compiled:\n\n      error: no\n");
  });

  test("is an error without a compiler or without sources", () => {
    expect(() => compilerVersion(executable(temporaryFolder(), "a", "echo hello"))).toThrow("is not gh-aw");
    expect(() => report("v1.0.0", [])).toThrow("There are no sources.");
  });
});

describe("the sources in test/upstream", () => {
  test("have no sandbox settings, so that a version of AWF can be set", () => {
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const source = readFileSync(join(sources, name), "utf8");
      expect(source).not.toMatch(/^sandbox:/m);
      expect(withAwf(source, "v0.28.4")).toBe(
        source.replace("\n---\n", "\nsandbox:\n  agent:\n    version: v0.28.4\n---\n"),
      );
      expect(withAwf(source, undefined)).toBe(source);
    }
  });
});

describe("the step that downloads gh-aw", () => {
  const get = (
    checksum: (binary: string) => string,
  ): { readonly step: ProcessResult; readonly binary: string } => {
    const binary = "#!/bin/sh\necho gh-aw\n";
    const release = temporaryFolder({
      "linux-amd64": binary,
      "checksums.txt": `${"0".repeat(64)}  linux-arm64\n${checksum(binary)}`,
    });
    const temp = temporaryFolder();
    const programs = temporaryFolder();
    executable(
      programs,
      "gh",
      `[ "$*" = "release download --repo github/gh-aw --pattern linux-amd64 --pattern checksums.txt" ] && cp ${release}/* .`,
    );
    const env = { RUNNER_TEMP: temp, PATH: `${programs}:${process.env.PATH!}` };
    return {
      step: runStep(scriptOf(workflow, "Get the newest gh-aw"), temp, env),
      binary: join(temp, "gh-aw/linux-amd64"),
    };
  };
  const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

  test("accepts a binary that matches the release's checksum", () => {
    const { step, binary } = get((text) => `${sha256(text)}  linux-amd64\n`);
    expect(step.status, step.stderr).toBe(0);
    expect(spawnSync(binary, { encoding: "utf8" }).stdout).toBe("gh-aw\n");
  });

  test.each([
    ["another checksum", () => `${"1".repeat(64)}  linux-amd64\n`],
    ["no checksum", () => ""],
  ])("rejects a binary with %s", (_, checksum) => {
    expect(get(checksum).step.status).not.toBe(0);
  });
});

describe("the steps that lint and report", () => {
  const lint = (status: number): ProcessResult & { readonly output: string } => {
    const temp = temporaryFolder({ output: "" });
    const programs = temporaryFolder();
    executable(programs, "gh", 'case "$4" in github/gh-aw) echo v0.99.1 ;; *) echo v0.50.0 ;; esac');
    executable(programs, "npm", `echo "npm $*"; exit ${status}`);
    const result = runStep(scriptOf(workflow, "Compile and lint"), temp, {
      PATH: `${programs}:${process.env.PATH!}`,
      RUNNER_TEMP: temp,
      GITHUB_OUTPUT: join(temp, "output"),
      GITHUB_STEP_SUMMARY: join(temp, "summary"),
    });
    expect(existsSync(join(temp, "summary"))).toBe(true);
    return { ...result, output: readFileSync(join(temp, "output"), "utf8") };
  };

  test("request an issue only if there are findings", () => {
    expect(lint(0)).toMatchObject({ status: 0, output: "" });
    expect(lint(1)).toMatchObject({ status: 0, output: "title=gh-aw v0.99.1 with AWF v0.50.0\n" });
    expect(lint(2)).toMatchObject({ status: 2, output: "" });
    expect(lint(0).stdout).toMatch(
      /^npm run --silent upstream -- --compiler \S+\/gh-aw\/linux-amd64 --awf v0\.50\.0$/m,
    );
  });

  test.each([
    ["", "gh issue create --title gh-aw v1 with AWF v2 --body-file report.md\n"],
    ["7", "gh issue edit 7 --body-file report.md\n"],
  ])("use one issue per pair of releases: %j", (issue, stdout) => {
    const programs = temporaryFolder();
    executable(programs, "gh", `if [ "$2" = list ]; then echo ${issue}; else echo "gh $*"; fi`);
    const env = { PATH: `${programs}:${process.env.PATH!}`, TITLE: "gh-aw v1 with AWF v2" };
    expect(runStep(scriptOf(workflow, "Open or update an issue"), temporaryFolder(), env)).toMatchObject({
      status: 0,
      stdout,
    });
  });
});
