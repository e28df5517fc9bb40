import type { MappedText } from "./mapped-text.js";
import type { Span } from "./span.js";

/*
 * Most texts of a file are looked at, and few are pointed at or edited: what only a place needs is worked
 * out when a place is asked for.
 */

/** A text that is known before its places are. */
export function lazyText(text: string, build: () => MappedText): MappedText {
  const get = once(build);
  return {
    text,
    startInFile: (offset) => get().startInFile(offset),
    endInFile: (offset) => get().endInFile(offset),
    edit: (start, end, replacement) => get().edit(start, end, replacement),
  };
}

export function lazySpan(build: () => Span): Span {
  const get = once(build);
  return {
    get start() {
      return get().start;
    },
    get end() {
      return get().end;
    },
  };
}

/** Calls `build` when the value is first asked for, and keeps it. */
export function once<Value>(build: () => Value): () => Value {
  let built: { readonly value: Value } | undefined;
  return () => (built ??= { value: build() }).value;
}
