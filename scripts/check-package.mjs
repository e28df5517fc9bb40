// Checks what users get: packs the packages, inspects the tarballs, and uses them in empty projects.
import "./setup.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { packInto } from "./check-package/pack.mjs";
import { usePacked } from "./check-package/use-packed.mjs";
import { run } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-package-"));
try {
  const tarballs = packInto(folder);
  for (const tarball of tarballs) {
    run("npx", ["publint", "run", tarball, "--strict"], { cwd: root });
    run("npx", ["attw", tarball, "--profile", "esm-only"], { cwd: root });
    console.log(`${basename(tarball)}: publint and attw find nothing.`);
  }
  usePacked(tarballs);
} finally {
  rmSync(folder, { recursive: true });
}
console.log("The packages are in order.");
