import type { Unknown } from "../values/value.js";
import { ControlFlow } from "./control-flow.js";
import { exploreList, type ListOptions, type ListWatch } from "./explore-list.js";
import { explore, type Explorer, type Limits } from "./explore-ways.js";
import { isOutcome, join, type Outcome } from "./joined-ways.js";
import { applyDelta, type Journal } from "./journal.js";
import { type Choice, nextChoice } from "./trail.js";

/*
 * What a script does may depend on unknown values. Each statement then runs once for each answer: a trail records the
 * choices of a way, the changes are undone, and the next way is taken. Ways that leave the same state continue as one,
 * so that the number of ways does not double with each condition.
 */

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

/** Creates an exploration of the maps that belong to `journal`. */
export function createExploration(journal: Journal, limits: Limits): Exploration {
  const explorer: Explorer = { journal, limits, trail: undefined };

  function decide(list: number | undefined, optionsOf: () => readonly unknown[], about?: Unknown): Choice {
    if (!explorer.trail) throw new Error("Nothing is explored.");
    return nextChoice(explorer.trail, list, optionsOf, about);
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
      const list = explorer.trail ? explorer.trail.lists++ : 0;
      const next = explorer.trail?.choices[explorer.trail.position];
      if (next?.list !== undefined && next.list === list) {
        take(decide(list, () => []));
        return;
      }
      const base = journal.mark();
      const result = explore(explorer, run, base);
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
      const result = explore(explorer, run, base);
      if (!("leaving" in result)) return result;
      const outcome = { delta: journal.changesSince(base), leaving: result.leaving };
      journal.undo(base);
      return [outcome];
    },
  };

  function runAll<Item>(items: readonly Item[], options: ListOptions<Item>): void {
    const list = explorer.trail ? explorer.trail.lists++ : 0;
    const next = explorer.trail?.choices[explorer.trail.position];
    if (next?.list !== list) {
      const ways = exploreList(explorer, items, options);
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
