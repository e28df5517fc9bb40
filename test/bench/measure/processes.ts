import { spawnSync } from "node:child_process";
import { compareRounds, type Comparison, type Round } from "./comparison.js";

/** The arguments and the folder of a Node process. */
export interface NodeCommand {
  readonly args: readonly string[];
  readonly cwd: string;
}

/** Compares two cold processes in turns, with alternating order. */
export function compareProcesses(ours: NodeCommand, theirs: NodeCommand, count: number): Comparison {
  // The first run of each process fills the disk's cache.
  timeProcess(ours);
  timeProcess(theirs);
  const rounds = Array.from({ length: count }, (_, index): Round => {
    if (index % 2 === 0) return { ours: timeProcess(ours), theirs: timeProcess(theirs) };
    const first = timeProcess(theirs);
    return { ours: timeProcess(ours), theirs: first };
  });
  return compareRounds(rounds);
}

/** Milliseconds from start to end. */
function timeProcess({ args, cwd }: NodeCommand): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 2 ** 28 });
  const time = performance.now() - start;
  // ESLint ends with 1 if it has findings.
  if (status !== 0 && status !== 1) throw new Error(`node ${args.join(" ")} failed:\n${stderr}`);
  return time;
}
