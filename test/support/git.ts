import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** The output of a Git command, which must succeed. */
export function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}
