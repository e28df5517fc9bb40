import { appendFileSync, chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "sarif";
import { describe, expect, test } from "vitest";
import { git } from "../support/git.js";
import { lockFile } from "../support/lock-file.js";
import { linkCommand, runStep } from "../support/runner.js";
import type { ProcessResult } from "../support/process-result.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { scriptOf } from "../support/workflow-step.js";

const file = ".github/workflows/a.lock.yml";

describe("code-scanning.yml", () => {
  const scan = (files: Readonly<Record<string, string>>): { step: ProcessResult; folder: string } => {
    const folder = temporaryFolder(files);
    linkCommand(folder);
    return {
      step: runStep(scriptOf("examples/workflows/code-scanning.yml", "Lint lock files"), folder),
      folder,
    };
  };

  test("continues if there are findings", () => {
    const { step, folder } = scan({ [file]: lockFile() });
    expect(step.status).toBe(0);
    const { runs } = JSON.parse(readFileSync(join(folder, "gh-aw-lint.sarif"), "utf8")) as Log;
    expect(runs[0]!.results).toHaveLength(2);
  });

  test("stops if nothing was linted", () => {
    expect(scan({}).step.status).toBe(2);
  });
});

describe("fix.yml", () => {
  const script = scriptOf("examples/workflows/fix.yml", "Open a pull request");

  test("pushes the fixes, and opens one pull request", () => {
    const { folder, remote, step } = repository();
    appendFileSync(join(folder, file), "# fixed\n");
    const first = step("0");
    expect(first.status).toBe(0);
    expect(first.stdout).toContain("gh pr create --head gh-aw-lint/fix --title Fix lock files");
    expect(git(remote, "show", `gh-aw-lint/fix:${file}`)).toContain("# fixed\n");
    expect(git(remote, "show", `main:${file}`)).not.toContain("# fixed\n");

    git(folder, "switch", "--quiet", "main");
    git(folder, "branch", "--quiet", "-D", "gh-aw-lint/fix");
    appendFileSync(join(folder, file), "# fixed again\n");
    const second = step("1");
    expect(second.status).toBe(0);
    expect(second.stdout).not.toContain("gh pr create");
    expect(git(remote, "show", `gh-aw-lint/fix:${file}`)).toContain("# fixed again\n");
  });

  test("does nothing if nothing was fixed", () => {
    expect(repository().step("0")).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  /** A checkout with a remote, and a stand-in for GitHub's CLI that returns the number of open pull requests. */
  function repository(): { folder: string; remote: string; step: (open: string) => ProcessResult } {
    const remote = temporaryFolder();
    git(remote, "init", "--quiet", "--bare", "--initial-branch=main");
    const folder = temporaryFolder({ [file]: lockFile() });
    git(folder, "init", "--quiet", "--initial-branch=main");
    git(folder, "remote", "add", "origin", remote);
    git(folder, "add", ".");
    git(folder, "-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message=a");
    git(folder, "push", "--quiet", "origin", "main");
    const programs = temporaryFolder();
    writeFileSync(
      join(programs, "gh"),
      `#!/bin/sh\nif [ "$2" = list ]; then echo "$OPEN"; else echo "gh $*"; fi\n`,
    );
    chmodSync(join(programs, "gh"), 0o755);
    const env = { PATH: `${programs}:${process.env.PATH!}`, BRANCH: "gh-aw-lint/fix", GH_TOKEN: "token" };
    return { folder, remote, step: (open) => runStep(script, folder, { ...env, OPEN: open }) };
  }
});
