import { spawnSync } from "node:child_process";
import { appendFileSync, chmodSync, cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { report } from "../../scripts/codex-releases/report.mjs";
import { unmeasured } from "../../scripts/codex-releases/unmeasured.mjs";
import { git } from "../support/git.js";
import { runStep } from "../support/runner.js";
import type { ProcessResult } from "../support/process-result.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { scriptOf } from "../support/workflow-step.js";

const workflow = ".github/workflows/codex-releases.yml";
const row = (release: string): string => `codex: ${release}\noutcomes:\n  none: direct\n`;

/** Stand-ins for the programs that use the network, first on the path. */
function programs(scripts: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(folder, name), `#!/bin/bash\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return `${folder}:${process.env.PATH!}`;
}

describe("unmeasured releases", () => {
  test("are the stable ones that are newer than all measured releases, the oldest first", () => {
    const published = [
      "0.99.0",
      "0.170.0",
      "0.9.0",
      "0.171.0-alpha.1",
      "0.169.1",
      "0.169.0",
      "0.169.1-linux-x64",
    ];
    expect(unmeasured(published, ["0.99.0", "0.169.0", "0.100.0"])).toEqual(["0.169.1", "0.170.0"]);
    expect(unmeasured(published, ["0.170.0"])).toEqual([]);
  });

  const list = (recordings: string): ReturnType<typeof spawnSync> =>
    spawnSync(process.execPath, ["scripts/codex-releases.mjs", recordings], {
      env: { ...process.env, PATH: programs({ npm: `echo '["0.1.0", "0.2.0", "0.3.0-alpha.1"]'` }) },
      encoding: "utf8",
    });

  test("are determined from the recordings", () => {
    expect(list(temporaryFolder({ "0.1.0.yaml": row("0.1.0") }))).toMatchObject({
      status: 0,
      stdout: "0.2.0\n",
    });
    expect(list(temporaryFolder({ "0.1.0.yaml": row("0.1.0"), "0.2.0.yaml": row("0.2.0") }))).toMatchObject({
      status: 0,
      stdout: "",
    });
  });

  test("are an error if there are no recordings", () => {
    const { status, stderr } = list(temporaryFolder({ "README.md": "None yet." }));
    expect(status).not.toBe(0);
    expect(stderr).toContain("has no recordings");
  });
});

describe("the step that finds releases", () => {
  const find = (env: Readonly<Record<string, string>>): ProcessResult & { readonly output: string } => {
    const folder = temporaryFolder({ output: "" });
    const path = programs({ npm: 'printf "$RELEASES"', gh: 'echo "$OPEN"' });
    const result = runStep(scriptOf(workflow, "Find releases that were not measured"), folder, {
      ASKED: "",
      RELEASES: "",
      OPEN: "0",
      PATH: path,
      GITHUB_OUTPUT: join(folder, "output"),
      ...env,
    });
    return { ...result, output: readFileSync(join(folder, "output"), "utf8") };
  };

  test("outputs all of them, and a branch named after the newest", () => {
    const { status, output } = find({ RELEASES: "0.170.0\\n0.171.0\\n" });
    expect(status).toBe(0);
    expect(output).toBe("releases=0.170.0 0.171.0\nbranch=codex-0.171.0\n");
  });

  test.each([
    ["if all are measured", {}, "All releases are measured.\n"],
    [
      "while a pull request is open",
      { RELEASES: "0.170.0\\n", OPEN: "1" },
      "A pull request for 0.170.0 is open.\n",
    ],
  ])("outputs nothing %s", (_, env, stdout) => {
    expect(find(env)).toMatchObject({ status: 0, stdout, output: "" });
  });

  test("outputs the releases of the input", () => {
    expect(find({ ASKED: "0.150.0", OPEN: "1" }).output).toBe("releases=0.150.0\nbranch=codex-0.150.0\n");
  });
});

/** A repository with recordings and a remote; measuring adds a file. */
function repository(): { readonly folder: string; readonly remote: string } {
  const remote = temporaryFolder();
  git(remote, "init", "--quiet", "--bare", "--initial-branch=main");
  const folder = temporaryFolder({
    "test/recordings/codex-outcomes/0.169.0.yaml": row("0.169.0"),
    "package.json": "{}",
  });
  for (const path of ["scripts/run.mjs", "scripts/measure-releases.mjs", "scripts/codex-releases/report.mjs"])
    cpSync(path, join(folder, path));
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "remote", "add", "origin", remote);
  git(folder, "add", ".");
  git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");
  git(folder, "push", "--quiet", "origin", "main");
  return { folder, remote };
}

const npm = `
case "$1" in
  test) echo "1 passed"; exit "\${TESTS:-0}" ;;
  run)
    [ -z "$BROKEN" ] || { echo "no namespaces" >&2; exit 1; }
    printf '%s' '${row("0.170.0")}' > test/recordings/codex-outcomes/0.170.0.yaml
    echo "| case | 0.169.0 | $5 |" ;;
esac`;

describe("the steps that measure and propose", () => {
  const gh = 'if [ "$2" = list ]; then echo "${OPEN:-0}"; else echo "gh $*"; fi';

  function measure(
    folder: string,
    env: Readonly<Record<string, string>> = {},
  ): ProcessResult & { readonly temp: string } {
    const temp = temporaryFolder();
    const result = runStep(scriptOf(workflow, "Measure"), folder, {
      RELEASES: "0.170.0",
      RUNNER_TEMP: temp,
      GITHUB_STEP_SUMMARY: join(temp, "summary"),
      PATH: programs({ npm }),
      ...env,
    });
    return { ...result, temp };
  }

  test("open a pull request with the recordings, a table and the test results", () => {
    const { folder, remote } = repository();
    const { status, temp, stderr } = measure(folder);
    expect(status, stderr).toBe(0);
    expect(readFileSync(join(temp, "summary"), "utf8")).toContain("| case | 0.169.0 | 0.170.0 |");

    // Another runner with a checkout and the measured recordings.
    git(folder, "reset", "--quiet", "--hard");
    appendFileSync(join(temp, "measured/rows.patch"), otherPatch);
    const proposed = runStep(scriptOf(workflow, "Open a pull request with the recordings"), folder, {
      RELEASES: "0.170.0",
      BRANCH: "codex-0.170.0",
      RUNNER_TEMP: temp,
      PATH: programs({ gh }),
    });
    expect(proposed.status, proposed.stderr).toBe(0);
    expect(proposed.stdout).toContain(
      "gh pr create --head codex-0.170.0 --title Record what Codex 0.170.0 does",
    );
    expect(git(remote, "diff", "--name-only", "main", "codex-0.170.0")).toBe(
      "test/recordings/codex-outcomes/0.170.0.yaml\n",
    );
    expect(git(remote, "show", "codex-0.170.0:test/recordings/codex-outcomes/0.170.0.yaml")).toBe(
      row("0.170.0"),
    );
    expect(readFileSync(join(temp, "measured/report.md"), "utf8")).toMatch(/## Tests\n\nGreen/);
  });

  test("report failing tests, and continue", () => {
    const { status, temp } = measure(repository().folder, { TESTS: "1" });
    expect(status).toBe(0);
    expect(readFileSync(join(temp, "measured/report.md"), "utf8")).toContain(
      "**Red**: `npm test` ended with 1.",
    );
  });

  test("stop if nothing could be measured", () => {
    const { status, stderr } = measure(repository().folder, { BROKEN: "1" });
    expect(status).toBe(1);
    expect(stderr).toContain("no namespaces");
    expect(stderr).toContain("Codex 0.170.0 was not measured.");
  });
});

/** A change in the patch that must not be applied. */
const otherPatch = `diff --git a/package.json b/package.json
--- a/package.json
+++ b/package.json
@@ -1 +1 @@
-{}
\\ No newline at end of file
+{ "scripts": {} }
`;

test("a report shows the end of the output of failing tests, without colors", () => {
  const output = `\u001B[31mfirst\u001B[39m\n${"line\n".repeat(300)}2 failed\n`;
  const text = report([{ release: "0.170.0", differences: "None.\n" }], { status: 1, output });
  expect(text).toMatch(/^## Codex 0\.170\.0\n\nNone\.\n\n## Tests\n/);
  expect(text).toContain("2 failed");
  expect(text).not.toContain("first");
  expect(text).not.toContain("\u001B");
});
