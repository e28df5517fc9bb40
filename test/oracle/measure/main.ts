// npm run measure -- VERSION [--all] [CASE]...: runs cases with a release of the real Codex, writes the release's file in
// test/recordings, and prints in Markdown the differences from its earlier recording, from the previous release, and from the
// model. The cases are the named ones; else those recorded for the release; with `--all` or for a new release, all cases.
import { relative } from "node:path";
import { compare, valid } from "semver";
import { codexCases, recordedReleases, type ReleaseRecording } from "../../recordings/index.js";
import { addRelease } from "../../recordings/update-releases.js";
import { writeRecording } from "../../recordings/write-recording.js";
import { whyCodexIsImpossible } from "../codex/prerequisites.js";
import { differences, modelDifferences, table } from "./compare.js";
import { measureRelease } from "./measure-release.js";

const [version, ...words] = process.argv.slice(2);
if (version === undefined || valid(version) !== version)
  fail("Usage: npm run measure -- VERSION [--all] [CASE]...");
const impossible = whyCodexIsImpossible();
if (impossible !== undefined) fail(impossible);

const releases = recordedReleases();
const recorded = releases.find(({ codex }) => codex === version);
const earlier = releases.filter(({ codex }) => compare(codex, version) < 0).at(-1);
const named = words.filter((word) => word !== "--all");
const all = [...codexCases().keys()];
const wanted = named.length > 0 ? named : (recorded?.outcomes.keys() ?? all);
const names = words.includes("--all") ? all : [...wanted];

const start = performance.now();
let count = 0;
const measured = await measureRelease(version, names, (name, { outcome }) => {
  console.error(`${++count}/${names.length} ${name}: ${outcome}`);
}).catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
const minutes = (performance.now() - start) / 60_000;

// Keeps the recorded outcomes of cases that were not run this time.
const outcomes = new Map(
  all.flatMap((name) => {
    const outcome = measured.outcomes.get(name) ?? recorded?.outcomes.get(name);
    return outcome ? [[name, outcome] as const] : [];
  }),
);
const result: ReleaseRecording = { ...measured, outcomes };
await addRelease(version);
const path = await writeRecording(result);

console.log(
  `Codex ${version}: ${names.length} cases in ${minutes.toFixed(1)} minutes, from ${String(measured.measured.package)} ` +
    `(${String(measured.measured.integrity)}), in \`${relative(process.cwd(), path)}\`.\n`,
);
if (recorded) {
  console.log(
    table(`Against what was recorded of ${version}`, ["recorded", "now"], differences(recorded, measured)),
  );
}
if (earlier) {
  const heading = `Against the release before, ${earlier.codex}`;
  console.log(table(heading, [earlier.codex, version], differences(earlier, result)));
}
console.log(table("Against the model", ["model", version], modelDifferences(result)));

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
