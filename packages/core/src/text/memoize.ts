/** Memoizes a function by object identity; a result is garbage-collected with its object. */
export function memoizeByObject<Key extends object, Result>(
  compute: (key: Key) => Result,
): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { result: compute(key) };
      known.set(key, entry);
    }
    return entry.result;
  };
}

/**
 * Memoizes a function for its last text, because several callers ask about the same text in turn. The result can be
 * garbage-collected once the file is linted.
 */
export function memoizeLast<Result>(compute: (text: string) => Result): (text: string) => Result {
  let last: WeakRef<{ readonly text: string; readonly result: Result }> | undefined;
  return (text) => {
    const known = last?.deref();
    if (known?.text === text) return known.result;
    const result = compute(text);
    last = new WeakRef({ text, result });
    return result;
  };
}

/** Calls `build` when the value is first needed, and keeps the value. */
export function once<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | undefined;
  return () => (built ??= { value: build() }).value;
}
