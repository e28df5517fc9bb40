/** How many more commands are followed, on all ways together. */
export interface Budget {
  commands: number;
  /** Commands that are followed in addition once `commands` are used up. */
  reserve: number;
  /**
   * Whether a script is followed roughly, to find what it may start: a loop has at most one round, and a function runs
   * once.
   */
  isRough: boolean;
}

/** More commands than any real job runs; nested loops and recursive functions reach it. */
const MAX_COMMANDS = 20_000;

const RESERVE = 10_000;

/** Thrown when a script has more commands or levels than any real one: what it does is not known. */
export class AnalysisAborted extends Error {}

/** The budget of a job. */
export function createBudget(): Budget {
  return { commands: MAX_COMMANDS, reserve: RESERVE, isRough: false };
}

/**
 * Counts a command, or what takes as long as several.
 *
 * @throws {AnalysisAborted} if there are too many
 */
export function spend(budget: Budget, commands = 1): void {
  if (budget.commands <= 0) throw new AnalysisAborted();
  budget.commands -= commands;
}

/** Allows at least `least` more commands, and as many as `wanted` while the reserve lasts. */
export function refill(budget: Budget, wanted: number, least: number): void {
  const missing = wanted - Math.max(0, budget.commands);
  if (missing <= 0) return;
  const granted = Math.min(missing, budget.reserve);
  budget.reserve -= granted;
  budget.commands = Math.max(least, Math.max(0, budget.commands) + granted);
}
