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
