import {
  ChangingMap,
  type Entry,
  type JournaledMap,
  type MapKind,
  type TrackedMap,
} from "./journaled-map.js";

/** The changes of a part of a script: the entries at its end. */
export type Delta = ReadonlyMap<TrackedMap, ReadonlyMap<string, Entry>>;

/** Records every change of the maps that belong to it, so that one way of a script can be undone for the next. */
export interface Journal {
  /** A point in time for `undo`. */
  mark(): number;
  undo(mark: number): void;
  /** Everything that differs from the state at `mark`. */
  changesSince(mark: number): Delta;
  /** The keys of a map whose values were replaced since `mark`. */
  keysChangedSince(mark: number, map: TrackedMap): readonly string[];
  /** Resets the maps for which `isOwn` holds to their state at `mark`, as recorded changes. */
  restore(mark: number, isOwn: (map: TrackedMap) => boolean): void;
  createMap<Value>(kind: MapKind<Value>): JournaledMap<Value>;
}

/** Creates a journal without maps. */
export function createJournal(): Journal {
  /** For each change, the entry before it. */
  const changes: Entry[] = [];
  const numbers = { joins: 0 };

  function firstChanges(mark: number): Map<TrackedMap, Map<string, Entry>> {
    const first = new Map<TrackedMap, Map<string, Entry>>();
    for (let index = mark; index < changes.length; index++) {
      const before = changes[index];
      if (!before) continue;
      let keys = first.get(before.map);
      if (!keys) first.set(before.map, (keys = new Map<string, Entry>()));
      if (!keys.has(before.key)) keys.set(before.key, before);
    }
    return first;
  }

  return {
    mark: () => changes.length,
    undo(mark) {
      while (changes.length > mark) changes.pop()?.undo();
    },
    changesSince(mark) {
      const delta = new Map<TrackedMap, Map<string, Entry>>();
      for (const [map, keys] of firstChanges(mark)) {
        const own = new Map<string, Entry>();
        for (const [key, before] of keys) {
          if (before.isCurrent()) continue;
          const after = map.entry(key);
          if (before.signature() !== after.signature()) own.set(key, after);
        }
        if (own.size > 0) delta.set(map, own);
      }
      return delta;
    },
    keysChangedSince(mark, map) {
      const first = new Map<string, Entry>();
      for (let index = mark; index < changes.length; index++) {
        const before = changes[index];
        if (before?.map === map && !first.has(before.key)) first.set(before.key, before);
      }
      return [...first.values()].flatMap((before) => (before.isCurrent() ? [] : [before.key]));
    },
    restore(mark, isOwn) {
      for (const [map, keys] of firstChanges(mark)) {
        if (isOwn(map)) for (const before of keys.values()) before.set();
      }
    },
    createMap: (kind) => new ChangingMap(kind, changes, numbers),
  };
}

/** Sets all entries of a delta in their maps. */
export function applyDelta(delta: Delta): void {
  for (const keys of delta.values()) for (const entry of keys.values()) entry.set();
}

/** A text that is equal for two deltas after which a script does the same. */
export function deltaSignature(delta: Delta, idOf: (map: TrackedMap) => string): string {
  const lines: string[] = [];
  for (const [map, keys] of delta) {
    if (map.isKnowledge) continue;
    for (const [key, entry] of keys) lines.push(`${idOf(map)}\0${key}\0${entry.signature()}`);
  }
  return lines.sort().join("\0\0");
}
