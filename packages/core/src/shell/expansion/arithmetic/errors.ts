import { endAtUnset } from "../../state/expansion-error.js";
import type { Context } from "../../context.js";
import { ControlFlow } from "../../state/control-flow.js";
import { lookUp } from "../../state/lookup.js";
import { isOn } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";

/**
 * Runs an evaluation that is a command of its own, such as `((...))`; the command fails if the shell cannot evaluate.
 */
export function evaluateForStatus(run: () => Status): Status {
  try {
    return run();
  } catch (error) {
    if (error instanceof ControlFlow && error.leaving.kind === "discard") return error.leaving.status;
    throw error;
  }
}

/** Fails at a malformed text. With `set -u`, an unset variable before the error ends the shell first. */
export function failAt(text: string, context: Context): never {
  const { state } = context;
  const isInOrder = isOn(state, "nounset") && !isOn(state, "posix") && !/&&|\|\||\?/.test(text);
  if (isInOrder) {
    for (const { 0: name, index } of text.matchAll(/\b[A-Za-z_]\w*/g)) {
      const before = text.slice(0, index).trimEnd();
      const operand = /[-+*/%<>=&|^,(]$/.test(before) ? "1" : "";
      if (isMalformed(before + operand)) break;
      // What is assigned to is not looked up.
      const isRead = /^\s*(?:$|[-+*/%<>&|^,:)\w]|==)/.test(text.slice(index + name.length));
      if (isRead && lookUp(state, name).kind === "unset") endAtUnset(state);
    }
  }
  fail(context);
}

/** Fails as at invalid arithmetic: Bash discards the line, and Dash exits. */
export function fail({ state }: Context): never {
  throw new ControlFlow(isOn(state, "posix") ? { kind: "exit", status: 2 } : { kind: "discard", status: 1 });
}

/**
 * Whether Bash cannot evaluate a text: it has characters of no operator, an operator without operands, operands
 * without an operator between them, or a number with digits that its base does not have.
 */
export function isMalformed(text: string): boolean {
  if (/[^[]\[/.test(text)) return false;
  return (
    /[.'"`@\\{}$;]|^[/*%<>=&|^?,:[#]|[-+*/%<>=&|^?:,!~]$|[\w)\]]\s+[\w(]/.test(
      text.replace(/(?:\+\+|--)$/, ""),
    ) || /(?:^|[^\w#])(?:0[0-7]*[89]|(?!0[xX])\d+[A-Za-z_])/.test(text)
  );
}
