/** What an entry of a map holds at some time. */
export interface Entry {
  /** Makes it the map's entry again, as a change like any other. */
  readonly set: () => void;
  /** Equal for two entries that are alike. */
  readonly signature: () => string;
  /** Hands its value to the map that it is of, which asks for it. */
  readonly collect: () => void;
}

/** A map as the journal sees it. */
interface TrackedMap {
  /** Whether ways that differ only in this map are the same: it holds what is known about unknowns. */
  readonly isKnowledge: boolean;
  entry(key: string): Entry;
  /** Gives `key` what comes of entries on which several ways do not agree. */
  join(key: string, entries: readonly Entry[]): void;
}

interface Change {
  readonly map: TrackedMap;
  readonly key: string;
  readonly undo: () => void;
  readonly before: () => Entry;
  /** Whether the map holds what it held before, whatever happened meanwhile. */
  readonly isUndone: () => boolean;
}

/** What a piece of a script changed: the entries at its end. */
export type Delta = ReadonlyMap<TrackedMap, ReadonlyMap<string, Entry>>;

/** How values of a map are compared, and what comes of values on which several ways do not agree. */
export interface MapKind<Value> {
  /** Equal for equal values. */
  readonly signature: (value: Value) => string;
  /** `undefined` among `values` stands for no entry. */
  readonly join: (values: readonly (Value | undefined)[], key: string) => Value | undefined;
  readonly isKnowledge?: boolean;
}

/** A map whose changes can be undone. */
export interface JournaledMap<Value> {
  readonly tracked: TrackedMap;
  get(key: string): Value | undefined;
  /** `undefined` removes the entry. */
  set(key: string, value: Value | undefined): void;
  keys(): readonly string[];
}

/** Notes every change of the maps that belong to it, so that one way of a script can be undone for the next. */
export interface Journal {
  /** A point in time to which `undo` goes back. */
  mark(): number;
  undo(mark: number): void;
  /** All that differs from what was there at `mark`. */
  changesSince(mark: number): Delta;
  /** Sets the maps for which `isOwn` holds to what they held at `mark`, as a change like any other. */
  restore(mark: number, isOwn: (map: TrackedMap) => boolean): void;
  createMap<Value>(kind: MapKind<Value>): JournaledMap<Value>;
}

export function createJournal(): Journal {
  const changes: Change[] = [];

  function firstChanges(mark: number): Map<TrackedMap, Map<string, Change>> {
    const first = new Map<TrackedMap, Map<string, Change>>();
    for (let index = mark; index < changes.length; index++) {
      const change = changes[index];
      if (!change) continue;
      let keys = first.get(change.map);
      if (!keys) first.set(change.map, (keys = new Map()));
      if (!keys.has(change.key)) keys.set(change.key, change);
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
        for (const [key, change] of keys) {
          if (change.isUndone()) continue;
          const after = map.entry(key);
          if (change.before().signature() !== after.signature()) own.set(key, after);
        }
        if (own.size > 0) delta.set(map, own);
      }
      return delta;
    },
    restore(mark, isOwn) {
      for (const [map, keys] of firstChanges(mark)) {
        if (isOwn(map)) for (const change of keys.values()) change.before().set();
      }
    },
    createMap: (kind) => createMap(kind, changes),
  };
}

function createMap<Value>(kind: MapKind<Value>, changes: Change[]): JournaledMap<Value> {
  const store = new Map<string, Value>();
  /** Takes the values of entries while they are joined. */
  let collected: (Value | undefined)[] = [];
  const signatures = new WeakMap<object, string>();
  const numbers = new Map<string, string>();

  /** A number for each signature, which may be as long as a file. */
  function numberOf(signature: string): string {
    const number = numbers.get(signature) ?? String(numbers.size);
    numbers.set(signature, number);
    return number;
  }

  function signatureOf(value: Value): string {
    if (typeof value !== "object" || value === null) return numberOf(kind.signature(value));
    const known = signatures.get(value) ?? numberOf(kind.signature(value));
    signatures.set(value, known);
    return known;
  }

  function put(key: string, value: Value | undefined): void {
    if (value === undefined) store.delete(key);
    else store.set(key, value);
  }

  function set(key: string, value: Value | undefined): void {
    const before = store.get(key);
    if (before === value) return;
    changes.push({
      map: tracked,
      key,
      undo: () => {
        put(key, before);
      },
      before: () => entryOf(key, before),
      isUndone: () => store.get(key) === before,
    });
    put(key, value);
  }

  function entryOf(key: string, value: Value | undefined): Entry {
    return {
      set: () => {
        set(key, value);
      },
      signature: () => (value === undefined ? "\0absent" : signatureOf(value)),
      collect: () => {
        collected.push(value);
      },
    };
  }

  const tracked: TrackedMap = {
    isKnowledge: kind.isKnowledge ?? false,
    entry: (key) => entryOf(key, store.get(key)),
    join(key, entries) {
      collected = [];
      for (const entry of entries) entry.collect();
      const values = collected;
      collected = [];
      set(key, kind.join(values, key));
    },
  };
  return { tracked, get: (key) => store.get(key), set, keys: () => [...store.keys()] };
}

/** Makes all of a delta's entries those of their maps again. */
export function applyDelta(delta: Delta): void {
  for (const keys of delta.values()) for (const entry of keys.values()) entry.set();
}

/** Equal for two deltas after which a script goes on in the same way. */
export function deltaSignature(delta: Delta, idOf: (map: TrackedMap) => string): string {
  const lines: string[] = [];
  for (const [map, keys] of delta) {
    if (map.isKnowledge) continue;
    for (const [key, entry] of keys) lines.push(`${idOf(map)}\0${key}\0${entry.signature()}`);
  }
  return lines.sort().join("\0\0");
}
