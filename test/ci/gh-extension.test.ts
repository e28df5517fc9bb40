import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { lockFile } from "../support/lock-file.js";
import { linkCommand, runStep } from "../support/runner.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const file = ".github/workflows/a.lock.yml";

/** The GitHub CLI runs the executable of an extension by its path, in the user's folder. */
function ghAwLint(cwd: string, args: string): ReturnType<typeof runStep> {
  const extensions = temporaryFolder();
  symlinkSync(root, join(extensions, "gh-aw-lint"));
  return runStep(`"${extensions}/gh-aw-lint/gh-aw-lint" ${args}`, cwd);
}

test("`gh aw-lint` runs the package of the repository's version", () => {
  const cwd = temporaryFolder({ [file]: lockFile({ detection: false }) });
  // npx runs an installed package with the right version without a request to the registry.
  linkCommand(cwd);
  expect(ghAwLint(cwd, "").status).toBe(1);
  const { status, stdout } = ghAwLint(cwd, `--fix "${file}"`);
  expect(status).toBe(0);
  expect(stdout).toContain("\nFixed 1 file. ");
});

test("`gh aw-lint` prints the required Node versions without Node", () => {
  const cwd = temporaryFolder();
  const script = `mkdir bin
    for program in sed sh dirname; do ln -s "$(command -v $program)" bin/; done
    PATH=$PWD/bin "${root}gh-aw-lint"`;
  const { status, stderr } = runStep(script, cwd);
  expect(status).toBe(2);
  expect(stderr).toBe("gh aw-lint needs Node 20.19, 22.13, or 24 and later: https://nodejs.org\n");
});
