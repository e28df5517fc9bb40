import { Bench } from "tinybench";
import type { Settings } from "../settings.js";
import { compareRounds, type Comparison, type Round } from "./comparison.js";
import { freshTexts } from "./fresh-texts.js";

/** Keeps the last result, so that the compiler cannot remove the computation. */
let last: unknown;

/** Compares two functions of a text, warm: blocks of calls of the one and of the other in turns. */
export function compareCalls(
  text: string,
  ours: (text: string) => unknown,
  theirs: (text: string) => unknown,
  { blocks, blockTime }: Settings,
): Comparison {
  const rounds = Array.from({ length: blocks }, (): Round => runBlock(text, ours, theirs, blockTime));
  return compareRounds(rounds);
}

function runBlock(
  text: string,
  ours: (text: string) => unknown,
  theirs: (text: string) => unknown,
  time: number,
): Round {
  const next = freshTexts(text);
  let input = "";
  const beforeEach = (): void => {
    input = next();
  };
  const bench = new Bench({ time, iterations: 3, warmupTime: time / 2, warmupIterations: 2, throws: true });
  bench.add("ours", () => void (last = ours(input)), { beforeEach });
  bench.add("theirs", () => void (last = theirs(input)), { beforeEach });
  bench.runSync();
  return { ours: medianOf(bench, "ours"), theirs: medianOf(bench, "theirs") };
}

function medianOf(bench: Bench, name: string): number {
  const result = bench.getTask(name)?.result;
  if (result?.state !== "completed") throw new Error(`${name} was not measured; last: ${typeof last}.`);
  return result.latency.p50;
}
