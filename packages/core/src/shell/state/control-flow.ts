import type { Status } from "./status.js";

/** What a script leaves other than at its end. */
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

/** Runs `run`; what it leaves by, if it does not come to its end. */
export function leavingOf(run: () => void): Leaving | undefined {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof ControlFlow) return error.leaving;
    throw error;
  }
}
