/** What an entry of a map holds at some time. */
export interface Entry {
  readonly map: TrackedMap;
  readonly key: string;
  /** Makes it the map's entry again, as a change like any other. */
  set(): void;
  /** The same, without a trace. */
  undo(): void;
  /** Whether the map holds just that. */
  isCurrent(): boolean;
  /** Equal for two entries that are alike. */
  signature(): string;
  /** Hands its value to the map that it is of, which asks for it. */
  collect(): void;
}

/** What ways that go on as one leave of knowledge on which they do not agree. */
export interface Disagreement {
  /** The entry that says that some was lost. */
  readonly key: string;
  /** Whether what is known under a key follows from other knowledge. */
  readonly isDerived: (key: string) => boolean;
}

/** A map as the journal sees it. */
export interface TrackedMap {
  /** Whether ways that differ only in this map are the same: it holds what is known about unknowns. */
  readonly isKnowledge: boolean;
  readonly disagreement: Disagreement | undefined;
  entry(key: string): Entry;
  /** Gives `key` what comes of entries on which several ways do not agree. */
  join(key: string, entries: readonly Entry[]): void;
  /** The same for two entries of which one says so little that nothing is lost; `false` where none does. */
  absorb(key: string, entries: readonly Entry[]): boolean;
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
  readonly disagreement?: Disagreement;
  /**
   * What comes of two values of which one is not known, so that it may be the other one. `id` is that of what is not
   * known then. `undefined` where both are known.
   */
  readonly absorb?: (one: Value | undefined, other: Value | undefined, id: string) => Value | undefined;
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
  /** For each change, what was there before. */
  const changes: Entry[] = [];
  const numbers = { absorptions: 0 };

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
    restore(mark, isOwn) {
      for (const [map, keys] of firstChanges(mark)) {
        if (isOwn(map)) for (const before of keys.values()) before.set();
      }
    },
    createMap: (kind) => new ChangingMap(kind, changes, numbers),
  };
}

/** An object for each change, of which a job has thousands: one with methods costs less than one with closures. */
class MapEntry<Value> implements Entry {
  readonly map: ChangingMap<Value>;
  readonly key: string;
  readonly value: Value | undefined;

  constructor(map: ChangingMap<Value>, key: string, value: Value | undefined) {
    this.map = map;
    this.key = key;
    this.value = value;
  }

  set(): void {
    this.map.set(this.key, this.value);
  }

  undo(): void {
    this.map.put(this.key, this.value);
  }

  isCurrent(): boolean {
    return this.map.get(this.key) === this.value;
  }

  signature(): string {
    return this.map.signatureOf(this.value);
  }

  collect(): void {
    this.map.collected.push(this.value);
  }
}

class ChangingMap<Value> implements JournaledMap<Value>, TrackedMap {
  readonly isKnowledge: boolean;
  readonly disagreement: Disagreement | undefined;
  /** Takes the values of entries while they are joined. */
  collected: (Value | undefined)[] = [];
  readonly #kind: MapKind<Value>;
  readonly #changes: Entry[];
  readonly #journal: { absorptions: number };
  readonly #store = new Map<string, Value>();
  readonly #signatures = new WeakMap<object, string>();
  readonly #numbers = new Map<string, string>();

  constructor(kind: MapKind<Value>, changes: Entry[], journal: { absorptions: number }) {
    this.#kind = kind;
    this.#changes = changes;
    this.#journal = journal;
    this.isKnowledge = kind.isKnowledge ?? false;
    this.disagreement = kind.disagreement;
  }

  get tracked(): TrackedMap {
    return this;
  }

  get(key: string): Value | undefined {
    return this.#store.get(key);
  }

  keys(): readonly string[] {
    return [...this.#store.keys()];
  }

  put(key: string, value: Value | undefined): void {
    if (value === undefined) this.#store.delete(key);
    else this.#store.set(key, value);
  }

  set(key: string, value: Value | undefined): void {
    const before = this.#store.get(key);
    if (before === value) return;
    this.#changes.push(new MapEntry(this, key, before));
    this.put(key, value);
  }

  entry(key: string): Entry {
    return new MapEntry(this, key, this.#store.get(key));
  }

  join(key: string, entries: readonly Entry[]): void {
    this.set(key, this.#kind.join(this.#valuesOf(entries), key));
  }

  absorb(key: string, entries: readonly Entry[]): boolean {
    const { absorb } = this.#kind;
    if (!absorb) return false;
    const [one, other] = this.#valuesOf(entries);
    const value = absorb(one, other, `ways ${String(this.#journal.absorptions++)} ${key}`);
    if (value === undefined) return false;
    this.set(key, value);
    return true;
  }

  #valuesOf(entries: readonly Entry[]): readonly (Value | undefined)[] {
    this.collected = [];
    for (const entry of entries) entry.collect();
    const values = this.collected;
    this.collected = [];
    return values;
  }

  signatureOf(value: Value | undefined): string {
    if (value === undefined) return "\0absent";
    if (typeof value !== "object" || value === null) return this.#numberOf(this.#kind.signature(value));
    let known = this.#signatures.get(value);
    if (known === undefined)
      this.#signatures.set(value, (known = this.#numberOf(this.#kind.signature(value))));
    return known;
  }

  /** A number for each signature, which may be as long as a file. */
  #numberOf(signature: string): string {
    let number = this.#numbers.get(signature);
    if (number === undefined) this.#numbers.set(signature, (number = String(this.#numbers.size)));
    return number;
  }
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
