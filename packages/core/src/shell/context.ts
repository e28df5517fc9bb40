import type { CommandExpansionPart, ProcessSubstitutionPart } from "unbash";
import { firstLine, lazySpan, spanInFile, type MappedText, type Span } from "../text/index.js";
import type { CommandCall, Shell } from "./command-call.js";
import { newUnknown, type ShellState } from "./state/shell-state.js";
import { boundedLabel } from "./values/bounded-names.js";
import type { Unknown, Value } from "./values/value.js";

/** The script that the nodes' offsets index, and the state that the nodes run in. */
export interface Context {
  readonly script: MappedText;
  readonly state: ShellState;
  /** Whether a failure does not end the script, as in a condition. */
  readonly isTested: boolean;
  readonly substitutions: Substitutions;
  /** Whether `trap ... ERR` ignores the command, as it does one that is a process of its own (Bash 5.2, tried). */
  readonly skipsErrorTrap?: boolean;
  /** How many variables were followed to the arithmetic expression that one of them holds; 0 if absent. */
  readonly arithmeticDepth?: number;
  /** The product of the lengths of the expressions around a text in arithmetic: how often it may be evaluated at most. */
  readonly arithmeticSize?: number;
  /** Whether a text in arithmetic is an operand, not the whole expression. */
  readonly isOperand?: boolean;
  /** Whether arithmetic only compares, so that an error has the same result as a false comparison. */
  readonly isComparison?: boolean;
}

/** Runs the scripts inside words. */
export interface Substitutions {
  /** The output of `$(...)`. */
  readonly command: (part: CommandExpansionPart, context: Context) => Value;
  /** The path that replaces `<(...)` or `>(...)`. */
  readonly process: (part: ProcessSubstitutionPart, context: Context) => Value;
}

/** A part of a script. */
export interface Node {
  readonly pos: number;
  readonly end: number;
}

/** The first line of a node, in the lock file. */
export function originOf(node: Node, { script }: Pick<Context, "script">): Span {
  return lazySpan(() => {
    const line = firstLine(script.text, { start: node.pos, end: node.end });
    return spanInFile(script, line.start, line.end);
  });
}

const scriptNumbers = new WeakMap<MappedText, number>();
let scripts = 0;

/** A name that is unique to a node. */
export function placeOf(node: Node, { script }: Pick<Context, "script">): string {
  let number = scriptNumbers.get(script);
  if (number === undefined) scriptNumbers.set(script, (number = scripts++));
  return `${String(number)}:${String(node.pos)}-${String(node.end)}`;
}

/** The unknown result of a node. `what` names it in messages. */
export function unknownAt(node: Node, context: Context, what: string): Unknown {
  return newUnknown(context.state, placeOf(node, context), {
    label: boundedLabel(context.script.text.slice(node.pos, node.end)),
    what,
    origin: originOf(node, context),
  });
}

/** The context of a call's words. */
export function contextOf(call: CommandCall, shell: Shell): Context {
  const { script, state, isTested } = call;
  return { script, state, isTested, substitutions: shell.substitutions };
}
