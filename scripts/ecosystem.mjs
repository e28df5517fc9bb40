// npm run ecosystem -- fetch --folder FOLDER [--record]: fetches the public lock files of test/ecosystem/lock-files.json.
// npm run ecosystem -- compare --base ROOT --head ROOT --folder FOLDER [--rounds N]: prints in Markdown how the
// findings of two built checkouts differ for the lock files in a folder.
import "./setup.mjs";
import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const { fetchLockFiles } = await import("./ecosystem/fetch.mjs");
const { compare } = await import("./ecosystem/compare.mjs");
const { summary } = await import("./ecosystem/summary.mjs");

const list = fileURLToPath(new URL("../test/ecosystem/lock-files.json", import.meta.url));
const {
  values: { folder, base, head, record, rounds },
  positionals: [command],
} = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: "string" },
    base: { type: "string" },
    head: { type: "string" },
    record: { type: "boolean", default: false },
    rounds: { type: "string", default: "5" },
  },
});

if (command === "fetch" && folder !== undefined) {
  const entries = JSON.parse(readFileSync(list, "utf8"));
  const recorded = await fetchLockFiles(entries, resolve(folder));
  if (record) writeFileSync(list, `${JSON.stringify(recorded, undefined, 2)}\n`);
} else if (command === "compare" && folder !== undefined && base !== undefined && head !== undefined) {
  const options = { folder: resolve(folder), rounds: Number(rounds) };
  console.log(summary(compare(resolve(base), resolve(head), options)));
} else {
  console.error("Usage: npm run ecosystem -- fetch --folder FOLDER [--record]");
  console.error("       npm run ecosystem -- compare --base ROOT --head ROOT --folder FOLDER [--rounds N]");
  process.exitCode = 2;
}
