import { boundedId } from "../values/bounded-names.js";

/** The value of a map's key at some time. */
export interface Entry {
  readonly map: TrackedMap;
  readonly key: string;
  /** Makes it the current value again, as a recorded change. */
  set(): void;
  /** Makes it the current value again without recording a change. */
  undo(): void;
  /** Whether it is the current value. */
  isCurrent(): boolean;
  /** A text that is equal for equal values. */
  signature(): string;
  /** Adds its value to the `collected` list of its map. */
  collect(): void;
}

/** How a map records that joined ways disagreed in their knowledge. */
export interface Disagreement {
  /** The key that records the disagreement. */
  readonly key: string;
  /** Whether the knowledge under a key follows from other knowledge. */
  readonly isDerived: (key: string) => boolean;
}

/** A map as the journal sees it. */
export interface TrackedMap {
  /** Whether it holds knowledge about unknown values; ways that differ only in such a map count as equal. */
  readonly isKnowledge: boolean;
  readonly disagreement: Disagreement | undefined;
  entry(key: string): Entry;
  /** Sets `key` to the join of entries on which several ways do not agree. */
  join(key: string, entries: readonly Entry[]): void;
  /** Sets `key` to the entry that covers two others, without loss; `false` if neither of them covers the other. */
  absorb(key: string, entries: readonly Entry[]): boolean;
}

/** How a map compares its values, and joins values on which several ways do not agree. */
export interface MapKind<Value> {
  /** Equal for equal values. */
  readonly signature: (value: Value) => string;
  /** `undefined` among `values` stands for no entry. `id` is that of the unknown that the result may be. */
  readonly join: (values: readonly (Value | undefined)[], key: string, id: string) => Value | undefined;
  readonly isKnowledge?: boolean;
  readonly disagreement?: Disagreement;
  /**
   * The unknown value that covers two values, one of which is unknown; its unknown gets `id`. `undefined` if both are
   * known.
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

/** A class, because a job has thousands of changes, and an object with closures for each costs more. */
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

export class ChangingMap<Value> implements JournaledMap<Value>, TrackedMap {
  readonly isKnowledge: boolean;
  readonly disagreement: Disagreement | undefined;
  /** Receives the values of entries while they are joined. */
  collected: (Value | undefined)[] = [];
  readonly #kind: MapKind<Value>;
  readonly #changes: Entry[];
  readonly #journal: { joins: number };
  readonly #store = new Map<string, Value>();
  readonly #signatures = new WeakMap<object, string>();
  readonly #numbers = new Map<string, string>();

  constructor(kind: MapKind<Value>, changes: Entry[], journal: { joins: number }) {
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
    this.set(key, this.#kind.join(this.#valuesOf(entries), key, this.#newId(key)));
  }

  absorb(key: string, entries: readonly Entry[]): boolean {
    const { absorb } = this.#kind;
    if (!absorb) return false;
    const [one, other] = this.#valuesOf(entries);
    const value = absorb(one, other, this.#newId(key));
    if (value === undefined) return false;
    this.set(key, value);
    return true;
  }

  /** Different for each join: on other ways, the same values may be joined because of another condition. */
  #newId(key: string): string {
    return boundedId(`ways ${String(this.#journal.joins++)} ${key}`);
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

  /** Replaces a signature, which may be as long as a file, with a number. */
  #numberOf(signature: string): string {
    let number = this.#numbers.get(signature);
    if (number === undefined) this.#numbers.set(signature, (number = String(this.#numbers.size)));
    return number;
  }
}
