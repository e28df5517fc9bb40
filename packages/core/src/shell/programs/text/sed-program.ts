import type { MatchBudget } from "../../expansion/match-budget.js";
import { compilePattern } from "./sed-pattern.js";
import { readDelimited, take, type Reader } from "./sed-reader.js";
import { edited, ESCAPES, substitution, transliteration, type Edited } from "./sed-substitution.js";

/** A command of a `sed` program with its address, or a block of commands. */
export interface Instruction {
  /** Whether the address selects a line; `number` counts from 1. */
  readonly isMeant: (line: string, number: number, isLast: boolean) => boolean;
  /** Carries the command out; the commands of a block. */
  readonly action: ((line: string) => Edited) | readonly Instruction[];
}

/**
 * Parses a program; `invalid` if `sed` rejects it, `undefined` if a command is not modelled. Each file needs a new one:
 * a range of lines has state.
 */
export function parseProgram(
  source: string,
  isExtended: boolean,
  budget: MatchBudget,
  linesIn: Reader["linesIn"],
): readonly Instruction[] | "invalid" | undefined {
  const reader: Reader = { source, index: 0, isExtended, budget, linesIn };
  const program = parseCommands(reader, false);
  if (reader.isInvalid === true) return "invalid";
  return program && reader.index === source.length ? program : undefined;
}

function parseCommands(reader: Reader, isBlock: boolean): readonly Instruction[] | undefined {
  const instructions: Instruction[] = [];
  for (;;) {
    while ((take(reader, /^[\s;]+/) ?? take(reader, /^#.*/)) !== undefined);
    if (reader.index === reader.source.length) return isBlock ? undefined : instructions;
    if (isBlock && take(reader, /^\}/) !== undefined) return instructions;
    const instruction = parseInstruction(reader);
    if (!instruction) return undefined;
    instructions.push(instruction);
  }
}

function parseInstruction(reader: Reader): Instruction | undefined {
  const address = parseAddresses(reader);
  const letter = take(reader, /^[a-zA-Z{]/);
  if (!address || letter === undefined) return undefined;
  if (letter === "{") {
    const action = parseCommands(reader, true);
    return action && endsCommand(reader) ? { isMeant: address.isMeant, action } : undefined;
  }
  const action = parseAction(reader, letter, address);
  return action && { isMeant: address.isMeant, action };
}

/** Whether a command is followed by another one, or by the end of its block or of the program. */
function endsCommand(reader: Reader): boolean {
  return take(reader, /^[ \t]*(?:[;\n]|(?=[}#])|$)/) !== undefined;
}

interface Addresses {
  readonly isMeant: Instruction["isMeant"];
  readonly isRange: boolean;
  /** The pattern that an empty one in the command stands for. */
  readonly pattern: string | undefined;
}

interface Address {
  readonly selects: Instruction["isMeant"];
  /** For a number, and for `+N`. */
  readonly number: number | undefined;
  readonly isRelative: boolean;
  readonly pattern: string | undefined;
}

function parseAddresses(reader: Reader): Addresses | undefined {
  const first = parseAddress(reader, false);
  if (first === "invalid") return undefined;
  const second = first && take(reader, /^\s*,\s*/) !== undefined ? parseAddress(reader, true) : undefined;
  if (second === "invalid") return undefined;
  // Only a pattern may end a range that begins before the first line.
  if (first?.number === 0 && second?.pattern === undefined) return undefined;
  const isNegated = (take(reader, /^[\s!]*/) ?? "").includes("!");
  const selects = !first ? () => true : second ? range(first, second) : first.selects;
  return {
    isMeant: (...line) => selects(...line) !== isNegated,
    isRange: second !== undefined,
    pattern: isNegated ? undefined : (second ?? first)?.pattern,
  };
}

function parseAddress(reader: Reader, isSecond: boolean): Address | "invalid" | undefined {
  const plain = { number: undefined, isRelative: false, pattern: undefined };
  if (take(reader, /^\$/) !== undefined) return { ...plain, selects: (_line, _number, isLast) => isLast };
  const digits = take(reader, isSecond ? /^\+?\d+(?!~)/ : /^\d+(?![\d~])/);
  if (digits !== undefined) {
    const wanted = Number(digits);
    return {
      ...plain,
      selects: (_line, number) => number === wanted,
      number: wanted,
      isRelative: digits.startsWith("+"),
    };
  }
  const delimiter = take(reader, /^(?:\/|\\[^\n\\])/)?.slice(-1);
  if (delimiter === undefined)
    return isSecond || take(reader, /^[\d~+]/) !== undefined ? "invalid" : undefined;
  const pattern = readDelimited(reader, delimiter, true);
  const flags = take(reader, /^I?/) ?? "";
  const expression =
    pattern === undefined
      ? undefined
      : compilePattern(pattern, reader.isExtended, flags.toLowerCase(), reader.budget);
  return expression ? { ...plain, selects: (line) => expression.test(line), pattern } : "invalid";
}

/** A range of lines. A pattern ends it from the next line on; a number that is too small ends it at its first line. */
function range(begin: Address, end: Address): Instruction["isMeant"] {
  let last: number | undefined;
  let isInside = begin.number === 0;
  return (line, number, isLast) => {
    if (isInside) {
      isInside = last === undefined ? !end.selects(line, number, isLast) : number < last;
      return last === undefined || number <= last;
    }
    if (!begin.selects(line, number, isLast)) return false;
    last = end.number === undefined ? undefined : end.isRelative ? number + end.number : end.number;
    isInside = last === undefined || number < last;
    return true;
  };
}

function parseAction(
  reader: Reader,
  letter: string,
  address: Addresses,
): ((line: string) => Edited) | undefined {
  if ("aic".includes(letter))
    return letter === "c" && address.isRange ? undefined : textCommand(reader, letter);
  if (letter === "r") return readCommand(reader);
  const action =
    letter === "s"
      ? substitution(reader, address.pattern)
      : letter === "y"
        ? transliteration(reader)
        : SIMPLE.get(letter);
  return endsCommand(reader) ? action : undefined;
}

const SIMPLE: ReadonlyMap<string, (line: string) => Edited> = new Map<string, (line: string) => Edited>([
  ["d", () => edited(undefined)],
  ["p", (line) => edited(line, { prints: true })],
  ["q", (line) => edited(line, { quits: true })],
]);

/** `r` prints the file that the rest of the line names. */
function readCommand(reader: Reader): ((line: string) => Edited) | undefined {
  take(reader, /^[ \t]*/);
  const name = take(reader, /^[^\n]+/);
  const lines = name === undefined ? undefined : reader.linesIn(name);
  return lines && ((line) => edited(line, { after: lines }));
}

/** `a`, `i` and `c`: the text follows in the same line, or after a backslash in the next one. */
function textCommand(reader: Reader, letter: string): ((line: string) => Edited) | undefined {
  take(reader, /^[ \t]*(?:\\(?:[ \t]*\n)?)?/);
  const written = take(reader, /^(?:[^\\\n]|\\[^])*\\?/) ?? "";
  const text = unescapeText(written.replace(/^((?:[^\\]|\\[^])*)\\$/, "$1"));
  if (text === undefined || written === "") return undefined;
  const lines = text.split("\n");
  if (letter === "i") return (line) => edited(line, { before: lines });
  if (letter === "a") return (line) => edited(line, { after: lines });
  return () => edited(undefined, { before: lines });
}

/** `undefined` for an escape that is not modelled. */
function unescapeText(text: string): string | undefined {
  if (/\\[acdfovx0-9]/.test(text.replaceAll("\\\\", ""))) return undefined;
  return text.replace(/\\([^])/g, (_, escaped: string) => ESCAPES.get(escaped) ?? escaped);
}
