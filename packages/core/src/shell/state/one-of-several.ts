import type { Journal } from "./journal.js";
import type { JournaledMap } from "./journaled-map.js";

/** The different values of a key on ways that continue as one. */
class OneOf<Value extends object | boolean> {
  readonly id: string;
  readonly alternatives: readonly (Value | undefined)[];

  constructor(id: string, alternatives: readonly (Value | undefined)[]) {
    this.id = id;
    this.alternatives = alternatives;
  }
}

/** How the values of such a map are compared, and how to ask which one applies. */
export interface OneOfSeveral<Value> {
  readonly signature: (value: Value) => string;
  readonly ask: (question: string) => boolean;
}

/**
 * A map of values that cannot be unknown themselves, because they are not texts, such as functions and options. If ways
 * that continue as one do not agree on a value, its next use asks which one it is, and the ways split again.
 */
export function createMapOfSeveral<Value extends object | boolean>(
  journal: Journal,
  { signature, ask }: OneOfSeveral<Value>,
): JournaledMap<Value> {
  const describe = (value: Value | OneOf<Value> | undefined): string =>
    value === undefined ? "\0none" : value instanceof OneOf ? `\0one of ${value.id}` : signature(value);
  const entries = journal.createMap<Value | OneOf<Value>>({
    signature: describe,
    join(values, _, id) {
      const alternatives = new Map<string, Value | undefined>();
      for (const value of values)
        for (const one of value instanceof OneOf ? value.alternatives : [value])
          alternatives.set(describe(one), one);
      const [only, ...others] = alternatives.values();
      return others.length === 0 ? only : new OneOf(id, [...alternatives.values()]);
    },
  });
  return {
    tracked: entries.tracked,
    get(key) {
      const value = entries.get(key);
      if (!(value instanceof OneOf)) return value;
      const last = value.alternatives.length - 1;
      return value.alternatives.find(
        (_, index) => index === last || ask(`one of ${value.id}: ${String(index)}`),
      );
    },
    set(key, value) {
      entries.set(key, value);
    },
    keys: () => entries.keys(),
  };
}
