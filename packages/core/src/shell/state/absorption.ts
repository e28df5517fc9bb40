import type { Delta, Journal } from "./journal.js";
import type { Entry, TrackedMap } from "./journaled-map.js";

/*
 * Two ways that only differ in a value that one of them does not know continue as one that does not know it: whatever
 * holds there also holds on the other way. So `$(id -u || echo 0)` does not split a script into two ways.
 */

/** One delta for two, if one of them knows less wherever they differ; otherwise `undefined`. */
export function absorbed(one: Delta, other: Delta, journal: Journal): Delta | undefined {
  const mark = journal.mark();
  const result = new Map<TrackedMap, ReadonlyMap<string, Entry>>();
  let isOne = true;
  for (const map of new Set([...one.keys(), ...other.keys()])) {
    const keys = map.isKnowledge
      ? commonKnowledge(map, one.get(map), other.get(map), journal)
      : absorbedKeys(map, one.get(map), other.get(map));
    if (!keys) {
      isOne = false;
      break;
    }
    if (keys.size > 0) result.set(map, keys);
  }
  journal.undo(mark);
  return isOne ? result : undefined;
}

function absorbedKeys(
  map: TrackedMap,
  one: ReadonlyMap<string, Entry> | undefined,
  other: ReadonlyMap<string, Entry> | undefined,
): ReadonlyMap<string, Entry> | undefined {
  const result = new Map<string, Entry>();
  for (const key of new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])) {
    const first = one?.get(key) ?? map.entry(key);
    const second = other?.get(key) ?? map.entry(key);
    if (first.signature() === second.signature()) result.set(key, first);
    else if (map.absorb(key, [first, second])) result.set(key, map.entry(key));
    else return undefined;
  }
  return result;
}

type Keys = ReadonlyMap<string, Entry>;

const NOTHING: Keys = new Map();

/**
 * The common knowledge of two ways that continue as one. If they differ in the answer to a single question, nothing
 * that follows depends on it; if they differ in more, that is recorded as a dependency on unnamed conditions.
 */
export function commonKnowledge(
  map: TrackedMap,
  first: Keys | undefined,
  second: Keys | undefined,
  journal: Journal,
): Keys {
  const [one, other] = [first ?? NOTHING, second ?? NOTHING];
  const isCommon = (key: string): boolean => one.get(key)?.signature() === other.get(key)?.signature();
  const keys = [...new Set([...one.keys(), ...other.keys()])];
  const common = new Map([...one].filter(([key]) => isCommon(key)));
  const { disagreement } = map;
  if (!disagreement) return common;
  const lost = keys.filter((key) => !isCommon(key) && !disagreement.isDerived(key));
  const [only] = lost;
  const isOneQuestion = lost.length === 1 && only !== undefined && one.has(only) && other.has(only);
  if (lost.length === 0 || isOneQuestion) return common;
  const mark = journal.mark();
  map.join(disagreement.key, []);
  common.set(disagreement.key, map.entry(disagreement.key));
  journal.undo(mark);
  return common;
}
