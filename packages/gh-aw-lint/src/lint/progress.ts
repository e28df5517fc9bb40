import type { Output } from "../terminal.js";

/** Fewer are linted before anybody would read it. */
const worthSaying = 20;
const pause = 100;

/** Says on a terminal how far the work has come. */
export interface Progress {
  /** One more is done. */
  readonly step: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

/** A line that is written over itself; nothing where the output is not a terminal, or the work is small. */
export function showProgress(output: Output, total: number, now: () => number = Date.now): Progress {
  if (output.isTTY !== true || total < worthSaying) return { step: () => undefined, end: () => undefined };
  let done = 0;
  let shownAt = now();
  return {
    step: () => {
      done += 1;
      if (now() - shownAt < pause) return;
      shownAt = now();
      output.write(`\r${done} of ${total} files`);
    },
    end: () => output.write("\r\u001b[K"),
  };
}
