import { ControlFlow } from "./control-flow.js";
import { explore, type Explored, type Explorer } from "./explore-ways.js";
import { distinct, join, mergeCovered, type Outcome } from "./joined-ways.js";
import { applyDelta, type Delta, type Journal } from "./journal.js";

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
export interface ListOptions<Item> {
  readonly run: (item: Item) => void;
  readonly giveUp: ((item: Item) => void) | undefined;
  /** Whether ways that end early are dropped while others go on. */
  readonly isPassing: boolean;
  readonly watch: ListWatch<Item> | undefined;
}

/** If more ways are open at once, they are joined: what they do not agree on becomes unknown. */
const MAX_WAYS = 8;

/**
 * Runs items in order, each on all ways that lead to it. `undefined` if a single way is left, whose changes stay in
 * place; otherwise the outcomes of all ways, whose changes are undone.
 *
 * @throws {ControlFlow} if the single way that is left ends early
 */
export function exploreList<Item>(
  explorer: Explorer,
  items: readonly Item[],
  { run, giveUp, isPassing, watch }: ListOptions<Item>,
): readonly Outcome[] | undefined {
  const { journal } = explorer;
  const base = journal.mark();
  // What was changed before the ways parted is common to all of them: only what they changed since is compared.
  let parting = base;
  let ways: readonly Outcome[] | undefined;
  if (watch?.start) {
    applyDelta(watch.start.common);
    parting = journal.mark();
    ways = watch.start.ways;
  }
  const runOn = (item: Item): Explored =>
    explore(
      explorer,
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
        if ("leaving" in result) next.push({ delta: journal.changesSince(parting), leaving: result.leaving });
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
  const left = parting === base ? ways : ways.map((way) => sinceBase(way, base, parting, journal));
  journal.undo(base);
  return left;
}

/** A way that began at `parting`, as one that began at `base`. */
function sinceBase({ delta, leaving }: Outcome, base: number, parting: number, journal: Journal): Outcome {
  applyDelta(delta);
  const whole = { delta: journal.changesSince(base), leaving };
  journal.undo(parting);
  return whole;
}
