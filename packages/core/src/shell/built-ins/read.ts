import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { unread } from "../commands/descriptors.js";
import { separatorsOf } from "../expansion/separators.js";
import { type Content, unknownContent } from "../files/content.js";
import { outputOf } from "../programs/output.js";
import { exportOf, isKept, setArray } from "../state/assignment.js";
import { assignNamed } from "./array-elements.js";
import { forgetAssigned, variableSetBy } from "../state/setters.js";
import type { Status } from "../state/status.js";
import { scalar } from "../state/variables.js";
import { type Integer, knownText, textValue, unknownValue } from "../values/value.js";
import { splitLine, takeLine, trim } from "./input-line.js";

/** `read`: the next line of its input, split into variables. */
export function runRead(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const words = call.words.slice(1);
  const { isRaw, delimiter, array, descriptor, names, isCounted } = readArguments(words);
  const areKnown = words.every(({ isKnown }) => isKnown);
  for (const word of words) if (!word.isKnown) forgetAssigned(state, outputOf(call), word);
  if (names.some((name, at) => !/^[A-Za-z_]\w*(?:\[.*\])?$/.test(name) && at === 0 && areKnown)) return 1;
  const targets = array === undefined ? names : [array];
  const areArrays = array !== undefined;
  const input = descriptor === 0 ? shell.readInput(call) : shell.readDescriptor(call, descriptor);
  if (!input) return forgetNames(call, targets, { areArrays });
  if (isCounted) {
    unread(state, descriptor, unknownContent(outputOf(call)));
    return forgetNames(call, targets, { areArrays });
  }
  const line = takeLine(input, delimiter);
  if (line.kind === "unknown") {
    unread(state, descriptor, input);
    return forgetNames(call, targets, { input, areArrays });
  }
  unread(state, descriptor, line.rest);
  const raw = knownText(line.value);
  if (!isRaw && raw?.includes("\\") !== false) return forgetNames(call, targets, { areArrays });
  const separators = separatorsOf(state);
  if (typeof separators === "object") return forgetNames(call, targets, { areArrays });
  if (array !== undefined) {
    if (raw === undefined) return forgetNames(call, [array], { areArrays });
    const elements = splitLine(raw, separators, Infinity).map(
      (text, index) => [String(index), textValue(text, call.origin)] as const,
    );
    setArray(state, array, new Map(elements), false);
  } else if (names.length <= 1) {
    const trimmed = names.length === 0 ? line.value : trim(line.value, separators);
    assignNamed(call, names[0] ?? "REPLY", trimmed, shell);
  } else {
    if (raw === undefined) return forgetNames(call, names);
    const fields = splitLine(raw, separators, names.length);
    for (const [index, name] of names.entries())
      assignNamed(call, name, textValue(fields[index] ?? "", call.origin), shell);
  }
  return line.isWhole && !targets.some((name) => isKept(state, name)) ? 0 : 1;
}

/** The words of a call of `read`. */
interface ReadArguments {
  readonly isRaw: boolean;
  /** `\0` for none. */
  readonly delimiter: string;
  /** The array that gets all fields. */
  readonly array: string | undefined;
  readonly descriptor: number;
  /** The variables that get the fields. */
  readonly names: readonly string[];
  /** Whether a number of characters is read, not a line. */
  readonly isCounted: boolean;
}

function readArguments(words: readonly CallWord[]): ReadArguments {
  let isRaw = false;
  let delimiter = "\n";
  let array: string | undefined;
  let descriptor = 0;
  let isCounted = false;
  const names: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (!value.startsWith("-")) {
      names.push(value);
      continue;
    }
    const letters = value.slice(1);
    for (let at = 0; at < letters.length; at++) {
      const letter = letters.charAt(at);
      if (letter === "r") isRaw = true;
      if (!"dauptnNi".includes(letter)) continue;
      const operand = at + 1 < letters.length ? letters.slice(at + 1) : (words[++index]?.value ?? "");
      if (letter === "d") delimiter = operand === "" ? "\0" : operand.charAt(0);
      else if (letter === "a") array = operand;
      else if (letter === "u") descriptor = Number(operand);
      else if (letter === "n" || letter === "N") isCounted = true;
      break;
    }
  }
  return { isRaw, delimiter, array, descriptor, names, isCounted };
}

/**
 * Makes variables unknown, `REPLY` if there are none. `input` is what the built-in has read; arrays have any number
 * of elements.
 */
export function forgetNames(
  call: CommandCall,
  names: readonly string[],
  { input, areArrays = false }: { readonly input?: Content; readonly areArrays?: boolean } = {},
): Status {
  const [first, ...others] = input ?? [];
  const unknown = {
    ...outputOf(call, first?.kind === "unknown" ? first.what : "`read`"),
    integer: integerIn(first, others, names),
  };
  for (const word of names.length === 0 ? ["REPLY"] : names) {
    const [, name, element] = /^([A-Za-z_]\w*)(\[[^]*\])?$/.exec(word) ?? [];
    if (name !== undefined && isKept(call.state, name)) return 1;
    if (name !== undefined)
      call.state.variables.set(name, {
        ...scalar(unknownValue(variableSetBy(unknown, name)), false),
        mayBeUnset: areArrays || element !== undefined,
        ...exportOf(call.state, name),
      });
  }
  return unknown;
}

/** One variable gets the whole line: an integer if the input is one. */
function integerIn(
  first: Content[number] | undefined,
  others: Content,
  names: readonly string[],
): Integer | undefined {
  const isWhole = first?.kind === "unknown" && others.length === 0 && names.length <= 1;
  return isWhole && first.unknown?.integer ? "may be empty" : undefined;
}
