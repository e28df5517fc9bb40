import type { Journal, JournaledMap } from "./journal.js";

/** What several ways that go on as one leave in the same place. */
class OneOf<Value extends object | boolean> {
  readonly id: string;
  readonly alternatives: readonly (Value | undefined)[];

  constructor(id: string, alternatives: readonly (Value | undefined)[]) {
    this.id = id;
    this.alternatives = alternatives;
  }
}

/** How the values of such a map are compared, and a question is put of which nobody knows the answer. */
export interface OneOfSeveral<Value> {
  readonly signature: (value: Value) => string;
  readonly ask: (question: string) => boolean;
}

let joined = 0;

/**
 * A map of what is no text, and so cannot be unknown itself, such as functions and options. Where ways do not agree on
 * one that go on as one, it is asked for which it is when it is used: the ways part again.
 */
export function createMapOfSeveral<Value extends object | boolean>(
  journal: Journal,
  { signature, ask }: OneOfSeveral<Value>,
): JournaledMap<Value> {
  const describe = (value: Value | OneOf<Value> | undefined): string =>
    value === undefined ? "\0none" : value instanceof OneOf ? `\0one of ${value.id}` : signature(value);
  const entries = journal.createMap<Value | OneOf<Value>>({
    signature: describe,
    join(values, key) {
      const alternatives = new Map<string, Value | undefined>();
      for (const value of values)
        for (const one of value instanceof OneOf ? value.alternatives : [value])
          alternatives.set(describe(one), one);
      const [only, ...others] = alternatives.values();
      return others.length === 0 ? only : new OneOf(`${key} ${String(joined++)}`, [...alternatives.values()]);
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
