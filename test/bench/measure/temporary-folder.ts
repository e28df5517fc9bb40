import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let root: string | undefined;

/** Creates an empty folder, which is deleted when the process ends. */
export function temporaryFolder(): string {
  return mkdtempSync(join((root ??= createRoot()), "part-"));
}

function createRoot(): string {
  const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-bench-"));
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
