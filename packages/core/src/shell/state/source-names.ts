import type { MappedText } from "../../text/index.js";
import type { Value } from "../values/value.js";

/** The path by which each script was read last. */
const names = new WeakMap<MappedText, Value>();

/** Notes the path by which a script is read from its file into the current shell, where its functions stay. */
export function nameSource(script: MappedText, path: Value): void {
  names.set(script, path);
}

/** Runs a script that a shell of its own reads from its file. */
export function withSource<Result>(script: MappedText, path: Value, run: () => Result): Result {
  const outer = names.get(script);
  names.set(script, path);
  try {
    return run();
  } finally {
    if (outer) names.set(script, outer);
    else names.delete(script);
  }
}

/** What `${BASH_SOURCE[0]}` is in a script; `undefined` if no command read it from a file. */
export function sourceOf(script: MappedText): Value | undefined {
  return names.get(script);
}
