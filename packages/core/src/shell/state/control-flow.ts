import type { Status } from "./status.js";

/** What a script leaves other than at its end. */
export type Leaving =
  | { readonly kind: "exit"; readonly status: Status }
  | { readonly kind: "return"; readonly status: Status }
  /** An error that ends a subshell or, in the shell itself, only its line. */
  | { readonly kind: "discard"; readonly status: Status }
  | { readonly kind: "break" | "continue"; readonly levels: number };

/** `exit`, `return`, `break` and `continue` leave what is being worked through as an exception. */
export class ControlFlow extends Error {
  readonly leaving: Leaving;

  constructor(leaving: Leaving) {
    super(leaving.kind);
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
