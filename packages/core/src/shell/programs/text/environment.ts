import type { CommandCall, Shell } from "../../command-call.js";
import { unknownContent, valueContent, valueOfContent } from "../../files/content.js";
import { lookUp } from "../../state/lookup.js";
import type { Status } from "../../state/status.js";
import { asExported, heldBy, type Held } from "../../state/variables.js";
import {
  joinValues,
  knownText,
  sliceValue,
  textValue,
  unknownValue,
  type Value,
} from "../../values/value.js";
import { readArguments } from "../options.js";
import { outputOf, worst } from "../output.js";

/** `envsubst`: replaces exported variables in its input; with an operand, only the variables that the operand names. */
export function runEnvironmentSubstitution(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands, isUnsure } = readArguments(call);
  const [format] = operands;
  if (options.size > 0 || isUnsure || operands.length > 1 || format?.isKnown === false) return undefined;
  const content = shell.readInput(call);
  const input = content && !content.some(({ kind }) => kind === "unknown") && valueOfContent(content);
  if (!input) {
    shell.print(call, unknownContent(outputOf(call)));
    return 0;
  }
  const names = format && new Set([...format.value.matchAll(REFERENCE)].map(nameIn));
  const parts: Value[] = [];
  let position = 0;
  for (const match of input.text.text.matchAll(REFERENCE)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (names?.has(nameIn(match)) === false) continue;
    if (input.guesses.some((guess) => guess.start < end && guess.end > start)) continue;
    parts.push(sliceValue(input, position, start), exportedValue(call, nameIn(match)));
    position = end;
  }
  parts.push(sliceValue(input, position, input.text.text.length));
  shell.print(call, valueContent(joinValues(parts), call.origin));
  return 0;
}

const REFERENCE = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

function nameIn(match: RegExpExecArray): string {
  return match[1] ?? match[2] ?? "";
}

function exportedValue(call: CommandCall, name: string): Value {
  const held = exportedVariable(call, name);
  if (held.kind === "unset") return textValue("", call.origin);
  return held.kind === "set" ? held.value : unknownValue(held.unknown);
}

/** The text that a program finds in its environment, empty if there is no such variable; `undefined` if it is not known. */
export function textInEnvironment(call: CommandCall, name: string): string | undefined {
  const held = exportedVariable(call, name);
  return held.kind === "unset" ? "" : held.kind === "set" ? knownText(held.value) : undefined;
}

function exportedVariable({ state }: CommandCall, name: string): Held {
  const variable = state.variables.get(name);
  const exported = asExported(name, variable);
  if (variable && !exported) return { kind: "unset" };
  return variable && exported && exported !== variable ? heldBy(exported) : lookUp(state, name);
}

/** `printenv NAME...`: prints the value of each exported variable; `undefined` for all variables. */
export function runPrintEnvironment(call: CommandCall, shell: Shell): Status | undefined {
  const { options, operands, isUnsure } = readArguments(call);
  if (options.size > 0 || isUnsure || operands.length === 0) return undefined;
  if (operands.some(({ isKnown, value }) => !isKnown || !/^[A-Za-z_]\w*$/.test(value))) return undefined;
  return operands.map(({ value }) => printVariable(call, value, shell)).reduce(worst, 0);
}

function printVariable(call: CommandCall, name: string, shell: Shell): Status {
  const held = exportedVariable(call, name);
  if (held.kind === "unset") return 1;
  if (held.kind === "unknown") {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  shell.print(call, valueContent(joinValues([held.value, textValue("\n", call.origin)]), call.origin));
  return 0;
}
