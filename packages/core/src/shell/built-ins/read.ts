import type { CommandCall, Shell } from "../command-call.js";
import { unread } from "../commands/descriptors.js";
import { appendContent, type Content, EMPTY, valueOfContent } from "../files/content.js";
import { outputOf } from "../programs/output.js";
import { lookUp } from "../state/lookup.js";
import { assignVariable, exportOf, setArray } from "../state/assignment.js";
import type { ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { scalar } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import {
  joinValues,
  knownText,
  sliceValue,
  textValue,
  unknownValue,
  type Integer,
  type Value,
} from "../values/value.js";

/** `read`: the next line of its input, split into variables. */
export function runRead(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const words = call.words.slice(1);
  const areKnown = words.every(({ isKnown }) => isKnown);
  let isRaw = false;
  let delimiter = "\n";
  let array: string | undefined;
  let descriptor = 0;
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
      else if (letter === "n" || letter === "N")
        return forgetNames(call, [...words.slice(index + 1).map((word) => word.value), ...names]);
      break;
    }
  }
  if (names.some((name, at) => !/^[A-Za-z_]\w*(?:\[.*\])?$/.test(name) && at === 0 && areKnown)) return 1;
  const input = descriptor === 0 ? shell.readInput(call) : shell.readDescriptor(call, descriptor);
  if (!input) return forgetNames(call, array === undefined ? names : [array]);
  const line = takeLine(input, delimiter);
  if (line.kind === "unknown") {
    unread(state, descriptor, input);
    return forgetNames(call, array === undefined ? names : [array], input);
  }
  unread(state, descriptor, line.rest);
  const raw = knownText(line.value);
  if (!isRaw && raw?.includes("\\") !== false)
    return forgetNames(call, array === undefined ? names : [array]);
  const separators = ifsOf(state);
  if (separators === undefined) return forgetNames(call, array === undefined ? names : [array]);
  if (array !== undefined) {
    if (raw === undefined) return forgetNames(call, [array]);
    const elements = splitLine(raw, separators, Infinity).map(
      (text, index) => [String(index), textValue(text, call.origin)] as const,
    );
    setArray(state, array, new Map(elements), false);
  } else if (names.length <= 1) {
    const trimmed = names.length === 0 ? line.value : trim(line.value, separators);
    assignVariable(state, names[0] ?? "REPLY", trimmed);
  } else {
    if (raw === undefined) return forgetNames(call, names);
    const fields = splitLine(raw, separators, names.length);
    for (const [index, name] of names.entries())
      assignVariable(state, name, textValue(fields[index] ?? "", call.origin));
  }
  return line.isWhole ? 0 : 1;
}

function forgetNames(call: CommandCall, names: readonly string[], input?: Content): Status {
  const [first, ...others] = input ?? [];
  const unknown = {
    ...outputOf(call, first?.kind === "unknown" ? first.what : "`read`"),
    integer: integerIn(first, others, names),
  };
  for (const name of names.length === 0 ? ["REPLY"] : names) {
    if (/^[A-Za-z_]\w*$/.test(name))
      call.state.variables.set(name, {
        ...scalar(
          unknownValue({ ...unknown, id: boundedId(`${unknown.id} ${name}`), label: `\${${name}}` }),
          false,
        ),
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

function ifsOf(state: ShellState): string | undefined {
  const held = lookUp(state, "IFS");
  if (held.kind === "unset") return " \t\n";
  return held.kind === "set" ? knownText(held.value) : undefined;
}

type Line =
  | { readonly kind: "line"; readonly value: Value; readonly rest: Content; readonly isWhole: boolean }
  | { readonly kind: "unknown" };

/** Splits the input at its first delimiter. */
function takeLine(input: Content, delimiter: string): Line {
  const taken: Value[] = [];
  for (const [index, part] of input.entries()) {
    if (part.kind === "unknown") return { kind: "unknown" };
    const { text } = part.expanded.text;
    const at = delimiter === "\0" ? -1 : text.indexOf(delimiter);
    const guess = part.expanded.guesses[0];
    // The unknown part may hold the delimiter.
    if (guess && (at === -1 || guess.start < at)) return { kind: "unknown" };
    if (at === -1) {
      taken.push(part.expanded);
      continue;
    }
    taken.push(sliceValue(part.expanded, 0, at));
    const rest = sliceValue(part.expanded, at + 1, text.length);
    const left: Content =
      rest.text.text === "" ? EMPTY : [{ kind: "known", expanded: rest, origin: part.origin }];
    return {
      kind: "line",
      value: joinValues(taken),
      rest: appendContent(left, input.slice(index + 1)),
      isWhole: true,
    };
  }
  return { kind: "line", value: joinValues(taken), rest: EMPTY, isWhole: false };
}

function trim(value: Value, separators: string): Value {
  const { text } = value.text;
  const isBlank = (character: string | undefined): boolean =>
    character !== undefined && separators.includes(character) && /[ \t\n]/.test(character);
  let [start, end] = [0, text.length];
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  return sliceValue(value, start, end);
}

/** Splits a line into at most `count` fields; the last one holds the rest. */
function splitLine(line: string, separators: string, count: number): readonly string[] {
  const fields: string[] = [];
  const isBlank = (character: string): boolean => /[ \t\n]/.test(character);
  const blanks = Array.from(separators).filter(isBlank);
  let position = 0;
  const skipBlanks = (): void => {
    while (position < line.length && blanks.includes(line.charAt(position))) position++;
  };
  skipBlanks();
  while (position < line.length) {
    if (fields.length + 1 >= count) {
      let rest = line.slice(position);
      while (rest !== "" && blanks.includes(rest.charAt(rest.length - 1))) rest = rest.slice(0, -1);
      // A single trailing separator does not belong to the last field.
      const last = rest.charAt(rest.length - 1);
      if (
        last !== "" &&
        separators.includes(last) &&
        !isBlank(last) &&
        !Array.from(rest.slice(0, -1)).some((other) => separators.includes(other))
      )
        rest = rest.slice(0, -1);
      fields.push(rest);
      return fields;
    }
    let end = position;
    while (end < line.length && !separators.includes(line.charAt(end))) end++;
    fields.push(line.slice(position, end));
    position = end;
    skipBlanks();
    if (
      position < line.length &&
      separators.includes(line.charAt(position)) &&
      !isBlank(line.charAt(position))
    ) {
      if (end < line.length && !isBlank(line.charAt(end)) && end === position) position++;
      else if (isBlank(line.charAt(end))) position++;
      skipBlanks();
    }
  }
  return fields;
}

/** `mapfile`: the lines of its input as an array. */
export function runMapfile(call: CommandCall, shell: Shell): Status {
  const words = call.words.slice(1);
  const name = words.findLast(({ value }) => /^[A-Za-z_]\w*$/.test(value))?.value ?? "MAPFILE";
  const isTrimmed = words.some(({ value }) => /^-\w*t/.test(value));
  const input = shell.readInput(call);
  const isPlain = words.every(({ value }) => value === "-t" || value === name);
  const text = input && isPlain ? knownText(valueOfContent(input)) : undefined;
  if (text === undefined || input?.some((part) => part.kind === "unknown") === true) {
    forgetNames(call, [name]);
    return 0;
  }
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  setArray(
    call.state,
    name,
    new Map(
      lines.map((line, index) => [String(index), textValue(isTrimmed ? line : `${line}\n`, call.origin)]),
    ),
    false,
  );
  return 0;
}
