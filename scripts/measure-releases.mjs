// node scripts/measure-releases.mjs FOLDER RELEASE...: runs all recorded cases with each release of Codex, runs the tests with
// the results, and writes the new recordings to FOLDER as `rows.patch` and a report as `report.md`.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { report } from "./codex-releases/report.mjs";
import { run, runs, runsVisibly } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const recordings = "test/recordings";

const [folder, ...releases] = process.argv.slice(2);
if (folder === undefined || releases.length === 0) {
  console.error("Usage: node scripts/measure-releases.mjs FOLDER RELEASE...");
  process.exit(2);
}

const measurements = releases.map((release) => {
  const { status, output } = runsVisibly("npm", ["run", "--silent", "measure", "--", release], { cwd: root });
  if (status !== 0) {
    console.error(output);
    console.error(`Codex ${release} was not measured.`);
    process.exit(1);
  }
  return { release, differences: output };
});

// Adds new files to the patch.
run("git", ["add", "--intent-to-add", "--", recordings], { cwd: root });
const patch = run("git", ["diff", "--binary", "--", recordings], { cwd: root });
if (patch === "") {
  console.error("Nothing was recorded.");
  process.exit(1);
}

const tests = runs("npm", ["test"], { cwd: root });
mkdirSync(folder, { recursive: true });
writeFileSync(join(resolve(folder), "rows.patch"), patch);
writeFileSync(join(resolve(folder), "report.md"), report(measurements, tests));
console.log(report(measurements, tests));
