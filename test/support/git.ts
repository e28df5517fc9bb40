import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** What a command of Git, which must succeed, prints. */
export function git(cwd: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}
