import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runs } from "../run.mjs";

const lockFile = ".github/workflows/broken.lock.yml";

/**
 * Runs `npx gh-aw-lint` in an otherwise empty project.
 *
 * @param {string} project an empty folder
 * @param {readonly string[]} tarballs all packages
 * @param {string} broken a lock file with a finding
 */
export function useCommand(project, tarballs, broken) {
  mkdirSync(join(project, ".github/workflows"), { recursive: true });
  writeFileSync(join(project, lockFile), broken);
  const options = { cwd: project };
  run("npm", ["init", "-y"], options);
  run("npm", ["install", "--no-audit", "--no-fund", ...tarballs], options);

  const report = runs("npx", ["gh-aw-lint"], options);
  assert.equal(report.status, 1, report.output);
  assert.match(report.output, /gh-aw\/codex-websocket-401/);

  assert.match(run("npx", ["gh-aw-lint", "--fix"], options), /^Fixed 1 file\. /m);
  assert.match(readFileSync(join(project, lockFile), "utf8"), /model_provider = "openai-proxy"/);
  assert.match(
    run("npx", ["gh-aw-lint"], options),
    /^No findings: 1 file, 1 Codex run, through the proxy\.$/m,
  );
  assert.match(
    run("npx", ["gh-aw-lint", "--explain", "stale-compiler"], options),
    /^# gh-aw\/stale-compiler$/m,
  );
  console.log(
    `gh-aw-lint ${run("npx", ["gh-aw-lint", "--version"], options).trim()}: reports, fixes, explains.`,
  );
}
