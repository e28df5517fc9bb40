import { endAtUnset } from "../../state/expansion-error.js";
import { unknownAt, type Context, type Node } from "../../context.js";
import { exportOf } from "../../state/assignment.js";
import { ask } from "../../state/facts.js";
import { forgetAll, isOn } from "../../state/shell-state.js";
import { UNSET } from "../../state/variables.js";
import { unknownValue } from "../../values/value.js";
import { fail } from "./errors.js";

/** In UTF-16 code units: a longer expression is not evaluated, as its terms may be nested as deep as it is long. */
const MAX_EXPRESSION = 2_000;

/**
 * Of the lengths of expressions whose variables are expressions themselves, multiplied. Ten sums of a hundred variables
 * each, where each variable is the next sum, would take forever.
 */
export const MAX_SIZE = 100_000;

/** Whether a part of a script, or a text, is too long to be evaluated. */
export function isTooLong(expression: Node | string): boolean {
  const length = typeof expression === "string" ? expression.length : expression.end - expression.pos;
  return length > MAX_EXPRESSION;
}

/**
 * Passes over an expression that is too long, which may assign variables and run commands.
 *
 * @throws ControlFlow on the ways on which the shell cannot evaluate it
 */
export function passOver(expression: Node | string, context: Context): void {
  const { state, script } = context;
  const isText = typeof expression === "string";
  const unknown = unknownAt(isText ? { pos: 0, end: 0 } : expression, context, "long arithmetic");
  const text = isText ? expression : script.text.slice(expression.pos, expression.end);
  forgetAll(state, unknown);
  const names = /=|\+\+|--/.test(text) ? new Set(text.match(/(?<!\w)[A-Za-z_]\w*/g)) : [];
  for (const name of names) {
    if (state.variables.get(name)) continue;
    const value = unknownValue({ ...unknown, id: `${unknown.id} ${name}` });
    state.variables.set(name, { ...UNSET, value, mayBeUnset: true, ...exportOf(state, name) });
  }
  if (ask(state, `evaluates ${unknown.id}`, true, unknown)) return;
  const mayExit = isOn(state, "nounset") && !isOn(state, "posix");
  if (mayExit && ask(state, `names unset ${unknown.id}`, false, unknown)) endAtUnset(state);
  fail(context);
}
