import { absorbed } from "./absorption.js";
import { ControlFlow, leavingOf, type Leaving } from "./control-flow.js";
import { applyDelta, deltaSignature, type Delta, type Journal } from "./journal.js";
import { statusSignature } from "./status.js";

/*
 * What a script does may depend on something that is not known. Each statement is then run once for each answer, in
 * turn: the choices on a way are noted in a trail, the changes are undone, and the next way is taken. Ways that leave
 * the same go on as one, so that a script's conditions do not multiply.
 */

/** What one way through a piece of a script leaves. */
export interface Outcome {
  /** All changes since the piece began. */
  readonly delta: Delta;
  readonly leaving: Leaving | undefined;
}

interface Choice {
  /** Which of the lists of statements that ran on the way it belongs to; `undefined`: to none. */
  readonly list: number | undefined;
  readonly options: readonly unknown[];
  index: number;
}

interface Trail {
  readonly choices: Choice[];
  position: number;
  lists: number;
}

/** Lets a list be taken up again where others began as it does. */
export interface ListWatch<Item> {
  /** The ways that lead to the first item; `undefined`: from the state as it is. */
  readonly start: readonly Outcome[] | undefined;
  /** Is told of each item before it runs; `ways` gives those that lead to it. */
  readonly reach: (item: Item, ways: () => readonly Outcome[]) => void;
}

/** Takes the ways through a script, one after the other. */
export interface Exploration {
  /** One of the numbers from 0 to `count`, on each way another one. */
  choose(count: number): number;
  /** Runs items one after the other in all ways at once, and goes on with one of what they leave. */
  runEach<Item>(items: readonly Item[], run: (item: Item) => void): void;
  /** The same, and forgets the ways that are left before the end as long as there are others. */
  runEachThatGoesOn<Item>(items: readonly Item[], run: (item: Item) => void, watch?: ListWatch<Item>): void;
  /** Runs `run` in all ways, and goes on with what they agree on alone. */
  runJoined(run: () => void): void;
  /** All that `run` may leave; the state is what it was before. */
  outcomesOf(run: () => void): readonly Outcome[];
}

/** What to do where there are too many ways. */
export interface Limits {
  /** Makes everything that a script can change unknown. */
  readonly forget: () => void;
}

/** With more ways than these at one time, what they do not agree on becomes unknown. */
const MAX_WAYS = 8;

/** With more answers than these to one statement, the rest of them make everything unknown. */
const MAX_ANSWERS = 64;

export function createExploration(journal: Journal, limits: Limits): Exploration {
  let trail: Trail | undefined;

  function decide(list: number | undefined, compute: () => readonly unknown[]): Choice {
    if (!trail) throw new Error("Nothing is explored.");
    const known = trail.choices[trail.position];
    const choice = known ?? { list, options: compute(), index: 0 };
    if (!known) trail.choices.push(choice);
    trail.position++;
    return choice;
  }

  /** Runs `run` in all ways. A single way is left in place, where `base` is the mark for deltas. */
  function explore(
    run: () => void,
    base: number,
  ): { readonly leaving: Leaving | undefined } | readonly Outcome[] {
    const start = journal.mark();
    const outer = trail;
    const own: Trail = { choices: [], position: 0, lists: 0 };
    trail = own;
    const outcomes: Outcome[] = [];
    try {
      for (;;) {
        own.position = 0;
        own.lists = 0;
        const leaving = leavingOf(run);
        if (own.choices.length === 0) return { leaving };
        outcomes.push({ delta: journal.changesSince(base), leaving });
        journal.undo(start);
        while (own.choices.length > 0) {
          const last = own.choices.at(-1);
          if (last && last.index + 1 < last.options.length) {
            last.index++;
            break;
          }
          own.choices.pop();
        }
        if (own.choices.length === 0) return distinct(outcomes);
        if (outcomes.length >= MAX_ANSWERS) {
          limits.forget();
          outcomes.push({ delta: journal.changesSince(base), leaving: undefined });
          journal.undo(start);
          return distinct(outcomes);
        }
      }
    } finally {
      trail = outer;
    }
  }

  function advance<Item>(
    items: readonly Item[],
    run: (item: Item) => void,
    isPassing: boolean,
    watch: ListWatch<Item> | undefined,
  ): readonly Outcome[] | undefined {
    const base = journal.mark();
    let ways = watch?.start;
    const [sole] = ways ?? [];
    if (sole && ways?.length === 1) {
      applyDelta(sole.delta);
      ways = undefined;
    }
    for (const item of items) {
      const before = ways;
      watch?.reach(item, () => before ?? [{ delta: journal.changesSince(base), leaving: undefined }]);
      if (ways?.every(({ leaving }) => leaving)) break;
      if (!ways) {
        const result = explore(() => {
          run(item);
        }, base);
        if ("leaving" in result) {
          if (result.leaving) throw new ControlFlow(result.leaving);
          continue;
        }
        journal.undo(base);
        ways = withoutSpecial(result, journal);
      } else {
        const next: Outcome[] = [];
        for (const way of ways) {
          if (way.leaving) {
            next.push(way);
            continue;
          }
          journal.undo(base);
          applyDelta(way.delta);
          const result = explore(() => {
            run(item);
          }, base);
          if ("leaving" in result) next.push({ delta: journal.changesSince(base), leaving: result.leaving });
          else next.push(...result);
        }
        journal.undo(base);
        ways = withoutSpecial(distinct(next), journal);
      }
      if (isPassing && ways.some(({ leaving }) => !leaving)) ways = ways.filter(({ leaving }) => !leaving);
      if (ways.length > MAX_WAYS) ways = join(ways, journal, base);
      const [only] = ways;
      if (only && ways.length === 1) {
        applyDelta(only.delta);
        if (only.leaving) throw new ControlFlow(only.leaving);
        ways = undefined;
      }
    }
    return ways;
  }

  return {
    choose: (count) => decide(undefined, () => Array.from({ length: count }, (_, index) => index)).index,
    runEach: (items, run) => {
      runAll(items, run, false);
    },
    runEachThatGoesOn: (items, run, watch) => {
      runAll(items, run, true, watch);
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

  function runAll<Item>(
    items: readonly Item[],
    run: (item: Item) => void,
    isPassing: boolean,
    watch?: ListWatch<Item>,
  ): void {
    const list = trail ? trail.lists++ : 0;
    const next = trail?.choices[trail.position];
    if (next?.list !== list) {
      const ways = advance(items, run, isPassing, watch);
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

function isOutcome(value: unknown): value is Outcome {
  return typeof value === "object" && value !== null && "delta" in value;
}

function leavingSignature(leaving: Leaving | undefined): string {
  if (!leaving) return "";
  return "status" in leaving
    ? `${leaving.kind} ${statusSignature(leaving.status)}`
    : `${leaving.kind} ${String(leaving.levels)}`;
}

/** Ways that leave the same are one. What only they know about unknowns is forgotten. */
function distinct(outcomes: readonly Outcome[]): readonly Outcome[] {
  const ids = new Map<object, string>();
  const idOf = (map: object): string => {
    const id = ids.get(map) ?? String(ids.size);
    ids.set(map, id);
    return id;
  };
  const bySignature = new Map<string, Outcome>();
  for (const outcome of outcomes) {
    const signature = `${leavingSignature(outcome.leaving)}\0\0${deltaSignature(outcome.delta, idOf)}`;
    const known = bySignature.get(signature);
    bySignature.set(signature, known ? withCommonKnowledge(known, outcome) : outcome);
  }
  return [...bySignature.values()];
}

function withCommonKnowledge(first: Outcome, second: Outcome): Outcome {
  const delta = new Map(first.delta);
  for (const [map, keys] of first.delta) {
    if (!map.isKnowledge) continue;
    const others = second.delta.get(map);
    const common = [...keys].filter(([key, entry]) => others?.get(key)?.signature() === entry.signature());
    delta.set(map, new Map(common));
  }
  return { delta, leaving: first.leaving };
}

/** Of more ways than these, which are joined in any case, not each is compared with each. */
const MOST_COMPARED = 32;

/** Ways of which another one says less are one with it. The state is that on which their deltas build. */
function withoutSpecial(ways: readonly Outcome[], journal: Journal): readonly Outcome[] {
  if (ways.length > MOST_COMPARED) return ways;
  const result: Outcome[] = [];
  for (const way of ways) {
    const end = leavingSignature(way.leaving);
    let delta: Delta | undefined;
    const index = result.findIndex((known) => {
      if (leavingSignature(known.leaving) !== end) return false;
      delta = absorbed(known.delta, way.delta, journal);
      return delta !== undefined;
    });
    if (delta) result[index] = { delta, leaving: way.leaving };
    else result.push(way);
  }
  return result;
}

/** One way for each kind of end: what the ways do not agree on becomes unknown. */
function join(ways: readonly Outcome[], journal: Journal, base: number): readonly Outcome[] {
  const byEnd = new Map<string, Outcome[]>();
  for (const way of ways) {
    const end = leavingSignature(way.leaving);
    byEnd.set(end, [...(byEnd.get(end) ?? []), way]);
  }
  return [...byEnd.values()].map((alike) => {
    const maps = new Map<Parameters<Parameters<typeof deltaSignature>[1]>[0], Set<string>>();
    for (const { delta } of alike) {
      for (const [map, keys] of delta) {
        const all = maps.get(map) ?? new Set<string>();
        for (const key of keys.keys()) all.add(key);
        maps.set(map, all);
      }
    }
    for (const [map, keys] of maps) {
      for (const key of keys) {
        const before = map.entry(key);
        const entries = alike.map(({ delta }) => delta.get(map)?.get(key) ?? before);
        const [first] = entries;
        if (first && new Set(entries.map((entry) => entry.signature())).size === 1) first.set();
        else map.join(key, entries);
      }
    }
    const outcome = { delta: journal.changesSince(base), leaving: alike[0]?.leaving };
    journal.undo(base);
    return outcome;
  });
}
