import type { Unknown } from "../values/value.js";
import { AnalysisAborted } from "./budget.js";
import { type Leaving, leavingOf } from "./control-flow.js";
import { distinct, leavingSignature, type Outcome } from "./joined-ways.js";
import type { Journal } from "./journal.js";
import { createTrail, pendingOptionsOf, type Trail, turnToNextWay } from "./trail.js";

/** What to do if there are too many ways. */
export interface Limits {
  /** Makes everything that a script can change unknown. `about` is one of the values that the ways depend on. */
  readonly forget: (about: Unknown | undefined) => void;
}

/** What follows the ways, one after the other. */
export interface Explorer {
  readonly journal: Journal;
  readonly limits: Limits;
  /** The choices of the current way; `undefined` if nothing is explored. */
  trail: Trail | undefined;
}

/** How the only way ended, whose changes are still in place, or the outcomes of all ways, whose changes are undone. */
export type Explored = { readonly leaving: Leaving | undefined } | readonly Outcome[];

/**
 * If a statement has more outcomes, the rest of them make everything unknown. The last ones are taken so that each
 * choice that is still open gets each of its other options once: what only one answer leads to is found.
 */
const MAX_ANSWERS = 64;

/**
 * Runs `run` on all ways. The changes of a single way stay in place; deltas start at the mark `base`. `giveUp` runs
 * instead if there are too many commands.
 */
export function explore(explorer: Explorer, run: () => void, base: number, giveUp?: () => void): Explored {
  const { journal } = explorer;
  const start = journal.mark();
  if (!giveUp) return exploreFrom(explorer, start, run, base);
  try {
    return exploreFrom(explorer, start, run, base);
  } catch (error) {
    if (!(error instanceof AnalysisAborted)) throw error;
    journal.undo(start);
    return exploreFrom(explorer, start, giveUp, base);
  }
}

function exploreFrom(explorer: Explorer, start: number, run: () => void, base: number): Explored {
  const { journal, limits, trail: outer } = explorer;
  const own = createTrail();
  explorer.trail = own;
  const outcomes: Outcome[] = [];
  let isCut = false;
  try {
    for (;;) {
      own.position = 0;
      own.lists = 0;
      const leaving = leavingOf(run);
      if (own.choices.length === 0) return { leaving };
      outcomes.push({ delta: journal.changesSince(base), leaving });
      journal.undo(start);
      own.isHurried ||= outcomes.length + pendingOptionsOf(own) >= MAX_ANSWERS;
      const about = own.choices.find((choice) => choice.about)?.about;
      if (turnToNextWay(own)) isCut = true;
      const isDone = own.choices.length === 0;
      if (isDone && !isCut) return distinct(outcomes, journal);
      if (isDone || outcomes.length >= MAX_ANSWERS) {
        limits.forget(about);
        const delta = journal.changesSince(base);
        journal.undo(start);
        // The ways that are not followed may end like the others.
        const ends = new Map(outcomes.map((one) => [leavingSignature(one.leaving), one.leaving]));
        for (const end of ends.set("", undefined).values()) outcomes.push({ delta, leaving: end });
        return distinct(outcomes, journal);
      }
    }
  } finally {
    explorer.trail = outer;
  }
}
