import type { Delta, Entry, Journal, TrackedMap } from "./journal.js";

/*
 * Two ways on one of which something is not known, and which are alike otherwise, go on as one on which it is not known:
 * whatever holds there holds on the other way, too. So `$(id -u || echo 0)` does not make two ways of a script.
 */

/** One delta for two of which one says less wherever they differ; `undefined` where that is not so. */
export function absorbed(one: Delta, other: Delta, journal: Journal): Delta | undefined {
  const mark = journal.mark();
  const result = new Map<TrackedMap, ReadonlyMap<string, Entry>>();
  let isOne = true;
  for (const map of new Set([...one.keys(), ...other.keys()])) {
    const keys = absorbedKeys(map, one.get(map), other.get(map));
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
    else if (map.isKnowledge) continue;
    else if (map.absorb(key, [first, second])) result.set(key, map.entry(key));
    else return undefined;
  }
  return result;
}
