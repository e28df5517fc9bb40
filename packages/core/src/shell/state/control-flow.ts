import type { Status } from "./status.js";

/** Why a script, function or loop ends before its last command. */
export type Leaving =
  | { readonly kind: "exit"; readonly status: Status }
  | { readonly kind: "return"; readonly status: Status }
  /** An error that ends a subshell or, in the shell itself, only its line. */
  | { readonly kind: "discard"; readonly status: Status }
  | { readonly kind: "break" | "continue"; readonly levels: number };

/**
 * `exit`, `return`, `break` and `continue` leave what is being worked through as an exception. It is no `Error`: a job
 * throws hundreds, and to note each one's stack trace took 4 % of the time of a file.
 */
export class ControlFlow {
  readonly leaving: Leaving;

  constructor(leaving: Leaving) {
    this.leaving = leaving;
  }
}

/** Runs `run`; returns why it ended early, or `undefined`. Rethrows other errors. */
export function leavingOf(run: () => void): Leaving | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ControlFlow) return error.leaving;
    throw error;
  }
}
