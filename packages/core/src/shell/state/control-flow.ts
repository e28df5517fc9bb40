import type { Command } from "unbash";
import type { Status } from "./status.js";

/** Why a script, function or loop ends before its last command. */
export type Leaving =
  | Ending
  | { readonly kind: "return"; readonly status: Status }
  /** An error that ends a subshell or, in the shell itself, only its line. */
  | { readonly kind: "discard"; readonly status: Status }
  /** The end of a script that waits for a process that never ends: it is stopped with its job. */
  | { readonly kind: "stop"; readonly status: Status }
  | { readonly kind: "break" | "continue"; readonly levels: number };

/** How a process ends. */
export interface Ending {
  readonly kind: "exit";
  readonly status: Status;
  /** Whether Bash ends at a variable that must not be unset: in the action of `trap ... EXIT`, that ends only the action. */
  readonly isExpansionError?: true;
}

/**
 * Carries `exit`, `return`, `break` and `continue` out of nested commands, as an exception. It is not an `Error`,
 * because a job throws hundreds, and recording their stack traces took 4 % of the time of a file.
 */
export class ControlFlow {
  readonly leaving: Leaving;
  /** The simple command of which an expansion is an error, if that is the cause. */
  readonly failedExpansion: Command | undefined;

  constructor(leaving: Leaving, failedExpansion?: Command) {
    this.leaving = leaving;
    this.failedExpansion = failedExpansion;
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

/** Ends the script at a command that never ends, which also ends each shell that waits for it. */
export function stop(): never {
  throw new ControlFlow({ kind: "stop", status: 1 });
}

/** Runs a process; returns its status, or `undefined` if it never ends. */
export function statusIfItEnds(run: () => Status): Status | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof ControlFlow && error.leaving.kind === "stop") return undefined;
    throw error;
  }
}
