// node diagnose-times.js rounds files...: the time for each file, as a line of JSON per round and file.
import { diagnose } from "@gh-aw-lint/core";
import { readFileSync } from "node:fs";
import { broken, codexFile } from "../lock-files/codex-file.js";
import { median } from "../measure/comparison.js";
import { freshTexts } from "../measure/fresh-texts.js";

/** The time for one file. */
export interface Sample {
  /** The index of the file on the command line, from 0. */
  readonly index: number;
  /** In milliseconds. */
  readonly time: number;
}

/** A short text is judged repeatedly until this many milliseconds have passed. */
const atLeast = 40;

const [, , rounds, ...paths] = process.argv;
const warmUp = freshTexts(codexFile(broken, 100_000));
for (let count = 0; count < 20; count += 1) diagnose(warmUp());

const texts = paths.map((path) => freshTexts(readFileSync(path, "utf8")));
for (let round = 0; round < Number(rounds); round += 1)
  for (const [index, next] of texts.entries())
    console.log(JSON.stringify({ index, time: timeOf(next) } satisfies Sample));

function timeOf(next: () => string): number {
  const times: number[] = [];
  for (let spent = 0; spent < atLeast;) {
    const text = next();
    const start = performance.now();
    diagnose(text);
    const time = performance.now() - start;
    times.push(time);
    spent += time;
  }
  return median(times);
}
