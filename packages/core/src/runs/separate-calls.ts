import type { CodexRun } from "./codex-run.js";

/** Where and under which conditions a start happened. */
export interface Reach {
  /** The calls of functions and the rounds of loops around it. */
  readonly calls: string;
  /** The answers about unknown values on the way to it, each with its question. */
  readonly answers: ReadonlySet<string>;
}

/** A run, and each place and way that led to the same one. */
export interface FoundRun {
  readonly run: CodexRun;
  readonly reached: Reach[];
}

/**
 * Splits the runs of one start by the calls of functions and rounds of loops that they belong to, as far as these happen
 * for certain: on all ways that lead to the start at all. The runs of other calls stay with all runs, as ways.
 */
export function separateCalls(found: readonly FoundRun[]): readonly (readonly FoundRun[])[] {
  const reached = found.flatMap((one) => one.reached);
  const calls = [...new Set(reached.map((reach) => reach.calls))];
  if (found.length < 2 || calls.length < 2) return [found];
  const all = leastConditions(reached);
  const certain = calls.filter((call) =>
    isSameCoverage(leastConditions(reached.filter((reach) => reach.calls === call)), all),
  );
  const separate = certain.map((call) =>
    found.filter((one) => one.reached.some((reach) => reach.calls === call)),
  );
  return certain.length === calls.length ? separate : [...separate, found];
}

/** The answers on all ways, without those ways that another one with fewer answers includes. */
function leastConditions(reached: readonly Reach[]): readonly ReadonlySet<string>[] {
  const different: ReadonlySet<string>[] = [];
  for (const { answers } of [...reached].sort((one, other) => one.answers.size - other.answers.size))
    if (!different.some((fewer) => [...fewer].every((answer) => answers.has(answer))))
      different.push(answers);
  return different;
}

function isSameCoverage(some: readonly ReadonlySet<string>[], all: readonly ReadonlySet<string>[]): boolean {
  return all.every((answers) =>
    some.some((own) => own.size === answers.size && [...own].every((answer) => answers.has(answer))),
  );
}
