import type { Output } from "../terminal.js";

/** Fewer files are linted too fast to read it. */
const worthSaying = 20;
const pause = 100;

/** Shows progress on a terminal. */
export interface Progress {
  /** One more file is done. */
  readonly step: () => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** A line that overwrites itself; does nothing if the output is not a terminal or there are few files. */
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
