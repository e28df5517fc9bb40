/** The same function of an object, which works its result out once for each; results go with their objects. */
export function rememberFor<Key extends object, Result>(workOut: (key: Key) => Result): (key: Key) => Result {
  const known = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { result: workOut(key) };
      known.set(key, entry);
    }
    return entry.result;
  };
}

/**
 * The same function of a text, which works its last result out once: what is judged is asked for in turn by many. The
 * result may be collected when the file that is linted is done with.
 */
export function rememberLast<Result>(workOut: (text: string) => Result): (text: string) => Result {
  let last: WeakRef<{ readonly text: string; readonly result: Result }> | undefined;
  return (text) => {
    const known = last?.deref();
    if (known?.text === text) return known.result;
    const result = workOut(text);
    last = new WeakRef({ text, result });
    return result;
  };
}
