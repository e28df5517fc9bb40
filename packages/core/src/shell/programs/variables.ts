import type { CallWord, CommandCall, Shell } from "../command-call.js";
import type { Context } from "../context.js";
import { evaluateText } from "../expansion/arithmetic.js";
import { appendContent, EMPTY, valueOfContent, type Content } from "../files/content.js";
import { unread } from "../commands/descriptors.js";
import { ControlFlow } from "../state/control-flow.js";
import {
  assignVariable,
  exportVariable,
  lookUp,
  setArray,
  setElement,
  unsetVariable,
} from "../state/lookup.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { statusOf, type Status } from "../state/status.js";
import { scalar, UNSET } from "../state/variables.js";
import { boundedId } from "../values/bounded-names.js";
import { joinValues, knownText, sliceValue, textValue, unknownValue, type Value } from "../values/value.js";
import { outputOf } from "./output.js";

const ASSIGNMENT = /^([A-Za-z_]\w*)(?:\[([^\]]*)\])?(\+?=)/;

/** `export NAME=value`, and the other built-ins that declare. */
export function runDeclare(call: CommandCall, shell: Shell): Status {
  const { state, name } = call;
  const words = call.words.slice(1);
  const letters = words
    .filter(({ value, isKnown }) => isKnown && /^[-+][A-Za-z]+$/.test(value))
    .map(({ value }) => value);
  const has = (letter: string): boolean =>
    letters.some((word) => word.startsWith("-") && word.includes(letter));
  if (has("p") || has("f") || has("F")) return outputOf(call);
  const scope = state.places.get("function");
  const isLocal =
    scope !== undefined && (name === "local" || ((name === "declare" || name === "typeset") && !has("g")));
  if (name === "local" && scope === undefined) return 1;
  const exports = name === "export" ? !has("n") : has("x");
  for (const word of words) {
    if (letters.includes(word.value)) continue;
    const match = ASSIGNMENT.exec(word.text.text.text);
    const variable = match?.[1] ?? (/^[A-Za-z_]\w*$/.test(word.value) ? word.value : undefined);
    if (variable === undefined) {
      if (!word.isKnown) return outputOf(call);
      continue;
    }
    if (isLocal) makeLocal(state, scope, variable);
    if (has("A")) setArray(state, variable, state.variables.get(variable)?.elements ?? new Map(), true);
    else if (has("a") && !match)
      setArray(state, variable, state.variables.get(variable)?.elements ?? new Map(), false);
    if (has("i")) state.options.set(`integer ${variable}`, true);
    if (match) assignWord(call, shell, word, variable, match);
    else if (isLocal && !has("A") && !has("a")) state.variables.set(variable, UNSET);
    if (name === "export" && has("n")) {
      const before = state.variables.get(variable);
      if (before) state.variables.set(variable, { ...before, isExported: false });
    } else if (exports) exportVariable(state, variable);
  }
  return 0;
}

function makeLocal(state: ShellState, scope: string, name: string): void {
  const key = scope + name;
  if (!state.locals.get(key)) state.locals.set(key, { variable: state.variables.get(name) });
  state.variables.set(name, undefined);
}

function assignWord(
  call: CommandCall,
  shell: Shell,
  word: CallWord,
  variable: string,
  match: RegExpExecArray,
): void {
  const { state } = call;
  const [whole, , index, operator] = match;
  const array = call.command.args.find(
    (arg) => arg.type === "Assignment" && arg.name === variable && arg.value.type === "ArrayValue",
  );
  if (array?.type === "Assignment") {
    shell.assign(array, call);
    return;
  }
  const value = sliceValue(word.text, whole.length, word.text.text.text.length);
  const held = operator === "+=" ? lookUp(state, variable) : undefined;
  const text = knownText(value);
  const number =
    state.options.get(`integer ${variable}`) === true && text !== undefined
      ? evaluateText(text, contextOf(call, shell))
      : undefined;
  const own = number === undefined ? value : textValue(String(number), call.origin);
  const joined = held?.kind === "set" ? joinValues([held.value, own]) : own;
  if (index === undefined) assignVariable(state, variable, joined);
  else setElement(state, variable, index, joined);
}

export function contextOf(call: CommandCall, shell: Shell): Context {
  const { script, state, isTested } = call;
  return { script, state, isTested, substitutions: shell.substitutions };
}

/** `shift`, as in a function that runs the rest of its words. */
export function runShift(call: CommandCall): Status {
  const { state } = call;
  const positional = state.positional.get("");
  const count = Number(call.words[1]?.value ?? "1");
  if (!Number.isInteger(count) || count < 0) return outputOf(call);
  const words = positional?.words ?? [];
  if (count > words.length) return 1;
  if (!positional) return 0;
  // A word that is not known may be none, or several.
  if (words.slice(0, count).some(({ maySplit }) => maySplit)) return outputOf(call);
  state.positional.set("", { ...positional, words: words.slice(count) });
  return 0;
}

export function runUnset(call: CommandCall): Status {
  const { state } = call;
  const words = call.words.slice(1);
  if (words[0]?.value === "-f") {
    for (const { value } of words.slice(1)) state.functions.set(value, undefined);
    return 0;
  }
  for (const { value, isKnown } of words) {
    if (!isKnown) return outputOf(call);
    const element = /^(\w+)\[(.*)\]$/.exec(value);
    const elements = element && state.variables.get(element[1] ?? "")?.elements;
    if (element && elements) {
      const left = new Map(elements);
      left.delete(element[2] ?? "");
      setArray(state, element[1] ?? "", left, state.variables.get(element[1] ?? "")?.isAssociative === true);
    } else if (!value.startsWith("-")) {
      if (state.functions.get(value) && !state.variables.get(value)) state.functions.set(value, undefined);
      unsetVariable(state, value);
    }
  }
  return 0;
}

const OPTION_LETTERS: Readonly<Record<string, string>> = {
  e: "errexit",
  u: "nounset",
  f: "noglob",
  C: "noclobber",
  a: "allexport",
  x: "xtrace",
  n: "noexec",
};

/** `set -e`, `set -o pipefail`, `set -- words` */
export function runSet(call: CommandCall): Status {
  const { state } = call;
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { value } = word;
    if (value === "--" || !/^[-+]./.test(value)) {
      const rest = words.slice(value === "--" ? index + 1 : index);
      state.positional.set("", { words: rest, script: call.script });
      return 0;
    }
    const on = value.startsWith("-");
    for (const letter of value.slice(1)) {
      if (letter === "o") {
        const name = words[++index]?.value;
        // Dash knows no `pipefail`, and ends there.
        if (name === "pipefail" && isOn(state, "posix")) throw new ControlFlow({ kind: "exit", status: 2 });
        if (name !== undefined) state.options.set(name, on);
      } else {
        const name = OPTION_LETTERS[letter];
        if (name !== undefined) state.options.set(name, on);
      }
    }
  }
  return 0;
}

export function runShopt(call: CommandCall): Status {
  const words = call.words.slice(1);
  const on = words.some(({ value }) => value === "-s" || value === "-so");
  const off = words.some(({ value }) => value === "-u" || value === "-uo");
  const names = words.filter(({ value }) => !value.startsWith("-"));
  if (!on && !off) return names[0] ? statusOf(isOn(call.state, names[0].value)) : 0;
  for (const { value } of names) call.state.options.set(value, on);
  return 0;
}

/** `read`: the next line of its input, split into variables. */
export function runRead(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const words = call.words.slice(1);
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
  const unknown = outputOf(call, input?.[0]?.kind === "unknown" ? input[0].program : "read");
  for (const name of names.length === 0 ? ["REPLY"] : names) {
    if (/^[A-Za-z_]\w*$/.test(name))
      call.state.variables.set(name, {
        ...scalar(
          unknownValue({ ...unknown, id: boundedId(`${unknown.id} ${name}`), label: `\${${name}}` }),
          false,
        ),
        isExported: call.state.variables.get(name)?.isExported === true,
      });
  }
  return unknown;
}

function ifsOf(state: ShellState): string | undefined {
  const held = lookUp(state, "IFS");
  if (held.kind === "unset") return " \t\n";
  return held.kind === "set" ? knownText(held.value) : undefined;
}

type Line =
  | { readonly kind: "line"; readonly value: Value; readonly rest: Content; readonly isWhole: boolean }
  | { readonly kind: "unknown" };

/** The text up to the delimiter, and what is left. */
function takeLine(input: Content, delimiter: string): Line {
  const taken: Value[] = [];
  for (const [index, part] of input.entries()) {
    if (part.kind === "unknown") return { kind: "unknown" };
    const { text } = part.expanded.text;
    const at = delimiter === "\0" ? -1 : text.indexOf(delimiter);
    const guess = part.expanded.guesses[0];
    // What is not known may hold the delimiter.
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

/** The fields of a line, of which the last one holds the rest. */
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
      // A single separator at the end is no part of the last field.
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

/** `let` */
export function runLet(call: CommandCall, shell: Shell): Status {
  let status: Status = 0;
  for (const { value, isKnown } of call.words.slice(1)) {
    const result = isKnown ? evaluateText(value, contextOf(call, shell)) : undefined;
    status = result === undefined ? outputOf(call) : statusOf(result !== 0n);
  }
  return status;
}

export function runExit(call: CommandCall): Status {
  const { state } = call;
  // Bash only warns where there is nothing to return from.
  const isInside = state.places.get("function") !== undefined || state.places.get("sourced") !== undefined;
  if (call.name === "return" && !isInside && !isOn(state, "posix")) return 2;
  const operand = call.words[1];
  const last = call.state.statuses.get("") ?? 0;
  const number =
    operand?.isKnown === true && /^\d+$/.test(operand.value) ? Number(operand.value) % 256 : undefined;
  const status: Status = operand ? (number ?? outputOf(call)) : last;
  throw new ControlFlow({ kind: call.name === "return" ? "return" : "exit", status });
}

export function runBreak(call: CommandCall): Status {
  const levels = Number(call.words[1]?.value ?? "1");
  throw new ControlFlow({ kind: call.name === "continue" ? "continue" : "break", levels: levels || 1 });
}
