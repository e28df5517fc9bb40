import type { Unknown } from "../values/value.js";
import { AnalysisAborted } from "./budget.js";
import { ControlFlow, type Leaving, leavingOf } from "./control-flow.js";
import { distinct, isOutcome, join, leavingSignature, type Outcome, mergeCovered } from "./joined-ways.js";
import { applyDelta, type Delta, type Journal } from "./journal.js";
import {
  type Choice,
  createTrail,
  nextChoice,
  pendingOptionsOf,
  type Trail,
  turnToNextWay,
} from "./trail.js";

/*
 * What a script does may depend on unknown values. Each statement then runs once for each answer: a trail records the
 * choices of a way, the changes are undone, and the next way is taken. Ways that leave the same state continue as one,
 * so that the number of ways does not double with each condition.
 */

/** The ways that lead to an item of a list. */
export interface WaysTo {
  /** What was changed before they parted. */
  readonly common: Delta;
  /** What each changed since; `undefined` if there is one way only. */
  readonly ways: readonly Outcome[] | undefined;
}

/** Lets a list continue where an earlier run with the same beginning has got to. */
export interface ListWatch<Item> {
  /** The ways that lead to the first item; `undefined` for the current state. */
  readonly start: WaysTo | undefined;
  /** Called before each item runs; `waysTo` returns the ways that lead to it. */
  readonly reach: (item: Item, waysTo: () => WaysTo) => void;
}

/** How a list runs. */
interface ListOptions<Item> {
  readonly run: (item: Item) => void;
  readonly giveUp: ((item: Item) => void) | undefined;
  /** Whether ways that end early are dropped while others go on. */
  readonly isPassing: boolean;
  readonly watch: ListWatch<Item> | undefined;
}

/** Explores the ways through a script, one after the other. */
export interface Exploration {
  /** A number from 0 to `count - 1`, a different one on each way. `about` is what it depends on. */
  choose(count: number, about: Unknown): number;
  /**
   * Runs items in order, each on all ways, and continues with one of the outcomes. If an item has too many commands,
   * `giveUp` runs instead of it, in the state before the item.
   */
  runEach<Item>(items: readonly Item[], run: (item: Item) => void, giveUp?: (item: Item) => void): void;
  /** Like `runEach`, but drops the ways that end early while others go on. */
  runEachThatGoesOn<Item>(items: readonly Item[], run: (item: Item) => void, watch?: ListWatch<Item>): void;
  /** Runs `run` on all ways, and continues with what they agree on. */
  runJoined(run: () => void): void;
  /** All outcomes of `run`. Restores the state. */
  outcomesOf(run: () => void): readonly Outcome[];
}

/** What to do if there are too many ways. */
export interface Limits {
  /** Makes everything that a script can change unknown. `about` is one of the values that the ways depend on. */
  readonly forget: (about: Unknown | undefined) => void;
}

/** If more ways are open at once, they are joined: what they do not agree on becomes unknown. */
const MAX_WAYS = 8;

/**
 * If a statement has more outcomes, the rest of them make everything unknown. The last ones are taken so that each
 * choice that is still open gets each of its other options once: what only one answer leads to is found.
 */
const MAX_ANSWERS = 64;

/** Creates an exploration of the maps that belong to `journal`. */
export function createExploration(journal: Journal, limits: Limits): Exploration {
  let trail: Trail | undefined;

  function decide(list: number | undefined, optionsOf: () => readonly unknown[], about?: Unknown): Choice {
    if (!trail) throw new Error("Nothing is explored.");
    return nextChoice(trail, list, optionsOf, about);
  }

  /**
   * Runs `run` on all ways. The changes of a single way stay in place; deltas start at the mark `base`. `giveUp` runs
   * instead if there are too many commands.
   */
  function explore(
    run: () => void,
    base: number,
    giveUp?: () => void,
  ): { readonly leaving: Leaving | undefined } | readonly Outcome[] {
    const start = journal.mark();
    if (!giveUp) return exploreFrom(start, run, base);
    try {
      return exploreFrom(start, run, base);
    } catch (error) {
      if (!(error instanceof AnalysisAborted)) throw error;
      journal.undo(start);
      return exploreFrom(start, giveUp, base);
    }
  }

  function exploreFrom(
    start: number,
    run: () => void,
    base: number,
  ): { readonly leaving: Leaving | undefined } | readonly Outcome[] {
    const outer = trail;
    const own = createTrail();
    trail = own;
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
      trail = outer;
    }
  }

  function advance<Item>(
    items: readonly Item[],
    { run, giveUp, isPassing, watch }: ListOptions<Item>,
  ): readonly Outcome[] | undefined {
    const base = journal.mark();
    // What was changed before the ways parted is common to all of them: only what they changed since is compared.
    let parting = base;
    let ways: readonly Outcome[] | undefined;
    if (watch?.start) {
      applyDelta(watch.start.common);
      parting = journal.mark();
      ways = watch.start.ways;
    }
    const runOn = (item: Item): ReturnType<typeof explore> =>
      explore(
        () => {
          run(item);
        },
        parting,
        giveUp &&
          (() => {
            giveUp(item);
          }),
      );
    for (const item of items) {
      const before = ways;
      watch?.reach(item, () => ({ common: journal.changesSince(base), ways: before }));
      if (ways?.every(({ leaving }) => leaving)) break;
      if (!ways) {
        parting = journal.mark();
        const result = runOn(item);
        if ("leaving" in result) {
          if (result.leaving) throw new ControlFlow(result.leaving);
          continue;
        }
        ways = mergeCovered(result, journal);
      } else {
        const next: Outcome[] = [];
        for (const way of ways) {
          if (way.leaving) {
            next.push(way);
            continue;
          }
          journal.undo(parting);
          applyDelta(way.delta);
          const result = runOn(item);
          if ("leaving" in result)
            next.push({ delta: journal.changesSince(parting), leaving: result.leaving });
          else next.push(...result);
        }
        journal.undo(parting);
        ways = mergeCovered(distinct(next, journal), journal);
      }
      if (isPassing && ways.some(({ leaving }) => !leaving)) ways = ways.filter(({ leaving }) => !leaving);
      if (ways.length > MAX_WAYS) ways = join(ways, journal, parting);
      const [only] = ways;
      if (only && ways.length === 1) {
        applyDelta(only.delta);
        if (only.leaving) throw new ControlFlow(only.leaving);
        ways = undefined;
      }
    }
    if (!ways) return undefined;
    const left = parting === base ? ways : ways.map((way) => sinceBase(way, base, parting));
    journal.undo(base);
    return left;
  }

  /** A way that began at `parting`, as one that began at `base`. */
  function sinceBase({ delta, leaving }: Outcome, base: number, parting: number): Outcome {
    applyDelta(delta);
    const whole = { delta: journal.changesSince(base), leaving };
    journal.undo(parting);
    return whole;
  }

  return {
    choose: (count, about) =>
      decide(undefined, () => Array.from({ length: count }, (_, index) => index), about).index,
    runEach: (items, run, giveUp) => {
      runAll(items, { run, giveUp, isPassing: false, watch: undefined });
    },
    runEachThatGoesOn: (items, run, watch) => {
      runAll(items, { run, giveUp: undefined, isPassing: true, watch });
    },
    runJoined(run) {
      const list = trail ? trail.lists++ : 0;
      const next = trail?.choices[trail.position];
      if (next?.list !== undefined && next.list === list) {
        take(decide(list, () => []));
        return;
      }
      const base = journal.mark();
      const result = explore(run, base);
      if ("leaving" in result) {
        if (result.leaving) throw new ControlFlow(result.leaving);
        return;
      }
      const joined = join(result, journal, base);
      const [only] = joined;
      if (only && joined.length === 1) {
        applyDelta(only.delta);
        if (only.leaving) throw new ControlFlow(only.leaving);
      } else take(decide(list, () => joined));
    },
    outcomesOf(run) {
      const base = journal.mark();
      const result = explore(run, base);
      if (!("leaving" in result)) return result;
      const outcome = { delta: journal.changesSince(base), leaving: result.leaving };
      journal.undo(base);
      return [outcome];
    },
  };

  function runAll<Item>(items: readonly Item[], options: ListOptions<Item>): void {
    const list = trail ? trail.lists++ : 0;
    const next = trail?.choices[trail.position];
    if (next?.list !== list) {
      const ways = advance(items, options);
      if (!ways) return;
      take(decide(list, () => ways));
    } else take(decide(list, () => []));
  }

  function take(choice: Choice): void {
    const way = choice.options[choice.index];
    if (!isOutcome(way)) return;
    applyDelta(way.delta);
    if (way.leaving) throw new ControlFlow(way.leaving);
  }
}
