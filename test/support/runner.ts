import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "./temporary-folder.js";
import type { ProcessResult } from "./process-result.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs a step's script in the repository folder `cwd`, as GitHub's runners do. */
export function runStep(
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): ProcessResult {
  const path = join(temporaryFolder(), "script.sh");
  writeFileSync(path, script);
  const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", path], {
    cwd,
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: process.env.HOME, GITHUB_WORKSPACE: cwd, ...env },
  });
  return { status, stdout, stderr };
}

/** Links the compiled command into a folder's `node_modules`, as if it were installed there. */
export function linkCommand(folder: string): void {
  const modules = join(folder, "node_modules");
  mkdirSync(join(modules, ".bin"), { recursive: true });
  symlinkSync(join(root, "packages/gh-aw-lint"), join(modules, "gh-aw-lint"));
  symlinkSync("../gh-aw-lint/bin/gh-aw-lint.js", join(modules, ".bin/gh-aw-lint"));
}
