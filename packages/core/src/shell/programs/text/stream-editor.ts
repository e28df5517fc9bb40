import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { unknownContent, valueContent } from "../../files/content.js";
import type { Status } from "../../state/status.js";
import { textValue } from "../../values/value.js";
import { readArguments } from "../options.js";
import {
  contentOf,
  inputText,
  outputOf,
  printText,
  statusOfReading,
  worst,
  writeContent,
} from "../output.js";
import { pathOfWord } from "../paths.js";
import { taintAll } from "../taint.js";
import { extendedOf } from "./grep.js";
import { linesOf, statusOfOperands } from "./filters.js";

/** `sed` with its most common commands; others make its output unknown. */
export function runStreamEditor(call: CommandCall, shell: Shell): Status {
  const args = readArguments(call, ["-e", "-f", "--expression", "--file"]);
  const { options, values } = args;
  const isExtended = options.has("-E") || options.has("-r") || options.has("--regexp-extended");
  const isQuiet = options.has("-n") || options.has("--quiet");
  const expressions = call.words.filter((_, index) =>
    ["-e", "--expression"].includes(call.words[index - 1]?.value ?? ""),
  );
  const given = expressions.length > 0 || values.size > 0;
  const scripts = given ? expressions : args.operands.slice(0, 1);
  const files = given ? args.operands : args.operands.slice(1);
  const isKnown =
    scripts.length > 0 && scripts.every((word) => word.isKnown) && !args.isUnsure && !options.has("-f");
  // Each file needs a new program: an instruction for a range of lines has state.
  const createProgram = (): readonly Instruction[] | undefined =>
    isKnown ? parseProgram(scripts.map(({ value }) => value).join("\n"), isExtended) : undefined;
  // Files written by `w` are not modelled.
  if (scripts.some(({ value }) => WRITES.test(value)) && !createProgram()) taintAll(call, outputOf(call));
  const isInPlace = options.has("-i") || [...options].some((option) => option.startsWith("--in-place"));
  if (!isInPlace) {
    const text = inputText(call, files, shell);
    const program = createProgram();
    if (files.some((word) => contentOf(call, word, shell) === undefined)) return 2;
    printText(call, text === undefined ? undefined : program && edit(text, program, isQuiet), shell);
    return statusOfOperands(call, files);
  }
  let status: Status = 0;
  for (const word of files) {
    const before = contentOf(call, word, shell);
    if (!before) {
      status = 2;
      continue;
    }
    const found = call.state.files.find(pathOfWord(call, word));
    const entry = call.state.files.findEntry(pathOfWord(call, word));
    // GNU sed replaces a link, and leaves the file that it points to.
    const isReplaced = entry.node.kind === "link" && !options.has("--follow-symlinks");
    if (found.node.kind === "unknown") {
      // If the file does not exist, `sed` does not create it.
      call.state.files.taint(found.path, outputOf(call));
      if (isReplaced) call.state.files.taint(entry.path, outputOf(call));
      status = worst(status, statusOfReading(call, word));
      continue;
    }
    const text = inputText(call, [word], shell);
    const program = createProgram();
    const after = text === undefined || !program ? undefined : edit(text, program, isQuiet);
    if (isReplaced) call.state.files.remove(entry.path);
    write(call, word, after);
  }
  return status;
}

/** The command `w` and the flag `w` of `s`, each with a file. */
const WRITES = /(?:^|[\s;{}\d$/!])w\s*\S|[^\w\s][gpIiMm\d]*w\s+\S/;

function write(call: CommandCall, word: CallWord, text: string | undefined): void {
  const content =
    text === undefined
      ? unknownContent(outputOf(call))
      : valueContent(textValue(text, call.origin), call.origin);
  writeContent(call, word, content);
}

/** A command of a `sed` program with its address. */
interface Instruction {
  /** Whether the address selects a line; `number` counts from 1. */
  readonly isMeant: (line: string, number: number, isLast: boolean) => boolean;
  /** Carries the command out. */
  readonly apply: (line: string) => Edited;
}

/** The effect of a command on a line. */
interface Edited {
  /** The new line; `undefined` if it is deleted. */
  readonly line: string | undefined;
  /** Lines to print before it. */
  readonly before: readonly string[];
  /** Lines to print after it. */
  readonly after: readonly string[];
  /** Whether the command prints the line. */
  readonly prints: boolean;
}

function edit(text: string, program: readonly Instruction[], isQuiet: boolean): string {
  const result: string[] = [];
  const lines = linesOf(text);
  for (const [index, source] of lines.entries()) {
    let line: string | undefined = source;
    const after: string[] = [];
    for (const { isMeant, apply } of program) {
      if (line === undefined || !isMeant(line, index + 1, index === lines.length - 1)) continue;
      const edited = apply(line);
      result.push(...edited.before);
      after.push(...edited.after);
      line = edited.line;
      if (edited.prints && line !== undefined) result.push(line);
    }
    if (line !== undefined && !isQuiet) result.push(line);
    result.push(...after);
  }
  const whole = result.map((line) => `${line}\n`).join("");
  return text.endsWith("\n") || text === "" ? whole : whole.slice(0, -1);
}

function parseProgram(source: string, isExtended: boolean): readonly Instruction[] | undefined {
  const instructions: Instruction[] = [];
  for (const command of source.split(/\n/).flatMap(splitCommands)) {
    if (command === "") continue;
    const instruction = parseInstruction(command, isExtended);
    if (!instruction) return undefined;
    instructions.push(instruction);
  }
  return instructions;
}

/** Splits a line at `;`, unless it has a substitution or a text command. */
function splitCommands(line: string): readonly string[] {
  const trimmed = line.trim();
  return /^[^;]*s(.)/.test(trimmed) || /[aic]\\?\s*\S/.test(trimmed)
    ? [trimmed]
    : trimmed.split(";").map((part) => part.trim());
}

function parseInstruction(command: string, isExtended: boolean): Instruction | undefined {
  const [whole, from, to, negated] = ADDRESS.exec(command) ?? ["", undefined, undefined, ""];
  const first = from === undefined ? () => true : parseAddress(from, isExtended);
  const selects = to === undefined || !first ? first : parseRange(first, to, isExtended);
  if (!selects || from === "0") return undefined;
  const isMeant: Instruction["isMeant"] = (...line) => selects(...line) !== (negated === "!");
  const apply = parseAction(command.slice(whole.length), isExtended);
  return apply && { isMeant, apply };
}

/** One or two addresses, and `!`. */
const ADDRESS = /^(?:(\d+|\$|\/(?:[^/\\]|\\.)*\/)(?:\s*,\s*(\+?\d+|\$|\/(?:[^/\\]|\\.)*\/))?)?\s*(!?)\s*/;

function parseAddress(address: string, isExtended: boolean): Instruction["isMeant"] | undefined {
  if (address === "$") return (_line, _number, isLast) => isLast;
  if (!address.startsWith("/")) return (_line, number) => number === Number(address);
  const expression = compile(address.slice(1, -1), isExtended, "");
  return expression && ((line) => expression.test(line));
}

/** A range of lines. A pattern ends it from the next line on; a number that is too small ends it at its first line. */
function parseRange(
  begins: Instruction["isMeant"],
  to: string,
  isExtended: boolean,
): Instruction["isMeant"] | undefined {
  const ends = /^\d/.test(to) ? undefined : parseAddress(to, isExtended);
  if (/^[/$]/.test(to) && !ends) return undefined;
  let last: number | undefined;
  let isInside = false;
  return (line, number, isLast) => {
    if (isInside) {
      isInside = last === undefined ? ends?.(line, number, isLast) !== true : number < last;
      return last === undefined || number <= last;
    }
    if (!begins(line, number, isLast)) return false;
    if (to.startsWith("+")) last = number + Number(to.slice(1));
    else if (to !== "$" && !to.startsWith("/")) last = Number(to);
    isInside = last === undefined || number < last;
    return true;
  };
}

const edited = (line: string | undefined, rest: Partial<Edited> = {}): Edited => ({
  line,
  before: rest.before ?? [],
  after: rest.after ?? [],
  prints: rest.prints ?? false,
});

function parseAction(action: string, isExtended: boolean): Instruction["apply"] | undefined {
  if (action === "d") return () => edited(undefined);
  if (action === "p") return (line) => edited(line, { prints: true });
  const text = /^([aic])[\\\s]\s*(\S[^\n]*)?$/.exec(action);
  if (text) {
    const [, kind, inserted = ""] = text;
    if (inserted.includes("\\")) return undefined;
    if (kind === "i") return (line) => edited(line, { before: [inserted] });
    if (kind === "a") return (line) => edited(line, { after: [inserted] });
    return () => edited(undefined, { before: [inserted] });
  }
  return action.startsWith("s") ? substitution(action, isExtended) : undefined;
}

function substitution(action: string, isExtended: boolean): Instruction["apply"] | undefined {
  const separator = action.charAt(1);
  const parts: string[] = [];
  let part = "";
  for (let index = 2; index < action.length; index++) {
    const character = action.charAt(index);
    if (character === "\\" && index + 1 < action.length) {
      const next = action.charAt(++index);
      part += next === separator ? next : `\\${next}`;
    } else if (character === separator) {
      parts.push(part);
      part = "";
    } else part += character;
  }
  parts.push(part);
  const [pattern, replacement, flags] = parts;
  if (
    parts.length !== 3 ||
    pattern === undefined ||
    replacement === undefined ||
    !/^[gI]*$/.test(flags ?? "")
  )
    return undefined;
  const expression = compile(
    pattern,
    isExtended,
    `${flags?.includes("g") === true ? "g" : ""}${flags?.includes("I") === true ? "i" : ""}`,
  );
  if (!expression) return undefined;
  const pieces = replacement.split(/(\\.|&)/);
  if (pieces.some((piece) => /^\\[^0-9&\\/|n]$/.test(piece))) return undefined;
  return (line) =>
    edited(
      line.replace(expression, (...match: (string | number | undefined)[]) =>
        pieces
          .map((piece) => {
            if (piece === "&") return String(match[0]);
            const group = /^\\(\d)$/.exec(piece)?.[1];
            if (group !== undefined) return String(match[Number(group)] ?? "");
            return piece === "\\n" ? "\n" : piece.startsWith("\\") ? piece.slice(1) : piece;
          })
          .join(""),
      ),
    );
}

function compile(pattern: string, isExtended: boolean, flags: string): RegExp | undefined {
  const source = isExtended ? pattern : extendedOf(pattern);
  if (source === undefined || source === "" || /\[:|\)[*+{]|\\[a-zA-Z0-9<>]/.test(source)) return undefined;
  if ((source.match(/[*+{]/g)?.length ?? 0) > 4) return undefined;
  try {
    return new RegExp(source, flags);
  } catch {
    // JavaScript cannot compile it: what `sed` does with it is not known.
    return undefined;
  }
}
