import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { spawnCommand } from "../support/command.js";
import type { ProcessResult } from "../support/process-result.js";
import { lockFile } from "../support/lock-file.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const broken = lockFile({ detection: false });
/** Root may read and write everything, so the command runs as another user. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined;

/** Runs the command in a folder whose files belong to its user. */
function runIn(cwd: string, ...args: string[]): ProcessResult {
  if (uid !== undefined)
    for (const path of ["", ...readdirSync(cwd, { recursive: true, encoding: "utf8" })])
      if (!lstatSync(join(cwd, path)).isSymbolicLink()) chownSync(join(cwd, path), uid, uid);
  return spawnCommand(args, { cwd, ...(uid === undefined ? {} : { uid }) });
}

function textOf(cwd: string, name: string): string {
  return readFileSync(join(cwd, name), "utf8");
}

describe.skipIf(process.platform === "win32")("`--fix`", () => {
  test.each<[string, (cwd: string) => void]>([
    [
      "a file that is write-protected",
      (cwd) => {
        chmodSync(join(cwd, "b/b.lock.yml"), 0o444);
      },
    ],
    [
      "a file in a write-protected folder",
      (cwd) => {
        chmodSync(join(cwd, "b"), 0o555);
      },
    ],
  ])("names %s, reports its findings, and fixes the other files", (_, protect) => {
    const cwd = temporaryFolder({ "a.lock.yml": broken, "b/b.lock.yml": broken, "c.lock.yml": broken });
    protect(cwd);
    const { status, stdout, stderr } = runIn(cwd, "--fix", "a.lock.yml", "b", "c.lock.yml");
    expect(stderr).toBe("`b/b.lock.yml` cannot be written: EACCES: permission denied.\n");
    expect(stdout).toMatch(/^\nb\/b\.lock\.yml\n {2}\d+:\d+ {2}error [^]*\nFixed 2 files\. /);
    expect(status).toBe(2);
    expect(textOf(cwd, "b/b.lock.yml")).toBe(broken);
    for (const name of ["a.lock.yml", "c.lock.yml"]) expect(textOf(cwd, name)).not.toBe(broken);
    expect(readdirSync(join(cwd, "b"))).toEqual(["b.lock.yml"]);
    chmodSync(join(cwd, "b"), 0o755);
  });

  test("keeps a file's mode, and a symbolic link to it", () => {
    const cwd = temporaryFolder({ "real/a.lock.yml": broken });
    chmodSync(join(cwd, "real/a.lock.yml"), 0o640);
    symlinkSync("real/a.lock.yml", join(cwd, "link.lock.yml"));
    expect(runIn(cwd, "--fix", "link.lock.yml")).toMatchObject({ status: 0, stderr: "" });
    expect(textOf(cwd, "real/a.lock.yml")).not.toBe(broken);
    expect(lstatSync(join(cwd, "link.lock.yml")).isSymbolicLink()).toBe(true);
    expect(statSync(join(cwd, "real/a.lock.yml")).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(cwd, "real"))).toEqual(["a.lock.yml"]);
  });
});

describe.skipIf(process.platform === "win32")(
  "if the user may not read one of the following, the command names it and lints the other files:",
  () => {
    test("a file", () => {
      const cwd = temporaryFolder({ "a.lock.yml": broken, "b.lock.yml": broken });
      chmodSync(join(cwd, "a.lock.yml"), 0);
      const { status, stdout, stderr } = runIn(cwd, ".");
      expect(stderr).toBe("`a.lock.yml` cannot be read: EACCES: permission denied.\n");
      expect(stdout).toMatch(/^\nb\.lock\.yml\n/);
      expect(status).toBe(2);
    });

    test("a folder in a searched folder", () => {
      const cwd = temporaryFolder({ "a/a.lock.yml": broken });
      mkdirSync(join(cwd, "a/b"), { mode: 0 });
      const { status, stdout, stderr } = runIn(cwd, "a");
      expect(stderr).toBe("`a/b` cannot be read: EACCES: permission denied.\n");
      expect(stdout).toMatch(/^\na\/a\.lock\.yml\n/);
      expect(status).toBe(2);
    });

    test("the folder of workflows, which does not count as empty", () => {
      const cwd = temporaryFolder({ ".github/workflows/a.lock.yml": broken });
      chmodSync(join(cwd, ".github/workflows"), 0);
      expect(runIn(cwd)).toEqual({
        status: 2,
        stdout: "",
        stderr: "`.github/workflows` cannot be read: EACCES: permission denied.\n",
      });
    });
  },
);
