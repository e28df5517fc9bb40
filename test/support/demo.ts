import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ProcessResult } from "./process-result.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs `npm run demo -- ...args` without its setup, in the repository's folder and not on a terminal. */
export function runDemo(args: readonly string[], env: Readonly<Record<string, string>> = {}): ProcessResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/demo.mjs", ...args], {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, INIT_CWD: root, ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}
