import { parts, type Part } from "./row.js";

/** How long to measure. */
export interface Settings {
  readonly parts: readonly Part[];
  /** Pairs of cold processes. */
  readonly processRounds: number;
  /** Pairs of blocks of calls in one process, each of `blockTime` milliseconds a side. */
  readonly blocks: number;
  readonly blockTime: number;
  /** How often a text of one to ten megabytes is read. */
  readonly growthRounds: number;
  /** After how many milliseconds a text that takes too long is given up. */
  readonly patience: number;
}

const thorough = { processRounds: 15, blocks: 15, blockTime: 300, growthRounds: 5, patience: 240_000 };
const quick = { processRounds: 4, blocks: 4, blockTime: 100, growthRounds: 2, patience: 10_000 };

/** Reads the command line: `--quick`, and the letters of the parts that are wanted. */
export function parseArguments(args: readonly string[]): Settings {
  const letters = args.filter((arg) => arg !== "--quick");
  const unknown = letters.filter((letter) => !parts.some((part) => part === letter));
  if (unknown.length > 0)
    throw new Error(`Unknown: ${unknown.join(" ")}. Known: --quick ${parts.join(" ")}.`);
  return {
    parts: letters.length === 0 ? parts : parts.filter((part) => letters.includes(part)),
    ...(args.includes("--quick") ? quick : thorough),
  };
}
