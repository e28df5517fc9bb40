import type { Matcher } from "../../expansion/match-budget.js";
import { compilePattern } from "./sed-pattern.js";
import { readDelimited, take, type Reader } from "./sed-reader.js";

/** A line that a program reads. */
export interface AwkRecord {
  readonly line: string;
  readonly fields: readonly string[];
  /** From 1. */
  readonly number: number;
}

/** An expression whose value is a text. */
export type Expression = (record: AwkRecord) => string;

/** The position in the source of an AWK program. */
export interface Awk extends Reader {
  /** The arrays of `!seen[$1]++`: two tests may not share one. */
  readonly arrays: Set<string>;
  /** The values of `-v`. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether the part that is read sees a record. */
  hasRecord: boolean;
}

/** A text, a field, a number, `NR`, `NF`, or a variable of `-v`. */
export function readPrimary(reader: Awk): Expression | undefined {
  const text = take(reader, /^"(?:[^"\\\n]|\\["\\nt])*"/);
  if (text !== undefined) {
    const value = text
      .slice(1, -1)
      .replace(/\\([^])/g, (_, letter: string) => (letter === "n" ? "\n" : letter === "t" ? "\t" : letter));
    return () => value;
  }
  const number = take(reader, /^(?:0|[1-9]\d{0,8})(?![\w.])/);
  if (number !== undefined) return () => number;
  const field = take(reader, /^\$(?:\d{1,3}|NF)(?![\w.[(])(?!\s*(?:\+\+|--|=(?!=)))/)?.slice(1);
  if (field !== undefined) {
    if (!reader.hasRecord) return undefined;
    if (field === "NF") return ({ fields, line }) => fields.at(-1) ?? line;
    const index = Number(field);
    return index === 0 ? ({ line }) => line : ({ fields }) => fields[index - 1] ?? "";
  }
  const name = take(reader, /^[A-Za-z_]\w*(?![\w[(])(?!\s*(?:\+\+|--|[-+*/%^]?=(?!=)))/);
  if (name === "NR") return ({ number: count }) => String(count);
  if (name === "NF" && reader.hasRecord) return ({ fields }) => String(fields.length);
  const value = name === undefined ? undefined : reader.variables.get(name);
  return value === undefined ? undefined : () => value;
}

/** Whether a rule applies to a record. */
export type Test = (record: AwkRecord) => boolean;

/** Conditions that `&&` and `||` join. */
export function readPattern(reader: Awk): Test | undefined {
  const alternatives: Test[][] = [[]];
  for (;;) {
    const test = readTest(reader);
    if (!test) return undefined;
    alternatives.at(-1)?.push(test);
    const operator = take(reader, /^\s*(?:&&|\|\|)\s*/)?.trim();
    if (operator === undefined) break;
    if (operator === "||") alternatives.push([]);
  }
  return (record) => alternatives.some((tests) => tests.every((test) => test(record)));
}

function readTest(reader: Awk): Test | undefined {
  const isNegated = take(reader, /^!\s*(?!~)/) !== undefined;
  const counted = isNegated ? take(reader, /^[a-z]\w*\[\$\d{1,3}\]\+\+/i) : undefined;
  const array = counted?.slice(0, counted.indexOf("["));
  if (array !== undefined && reader.arrays.has(array)) return undefined;
  if (array !== undefined) reader.arrays.add(array);
  if (counted !== undefined) return countTest(Number(/\$(\d+)/.exec(counted)?.[1]));
  const test = readPlainTest(reader, isNegated);
  return test && isNegated ? (record) => !test(record) : test;
}

/** `!seen[$1]++`, which holds for the first record with a value. */
function countTest(index: number): Test {
  const seen = new Set<string>();
  return ({ line, fields }) => {
    const key = index === 0 ? line : (fields[index - 1] ?? "");
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  };
}

function readPlainTest(reader: Awk, isNegated: boolean): Test | undefined {
  const whole = readRegularExpression(reader);
  if (whole) return ({ line }) => whole.test(line);
  const isAlone = /^(?:1|NF)\s*(?:[;\n{]|&&|\|\||$)/.test(reader.source.slice(reader.index));
  if (isAlone)
    return take(reader, /^1/) === undefined && take(reader, /^NF/)
      ? ({ fields }) => fields.length > 0
      : () => true;
  // `!$1 == "a"` compares the negation.
  if (isNegated) return undefined;
  const counter = take(reader, /^N[RF](?=\s*[=!<>])/);
  const left = counter === undefined ? readPrimary(reader) : undefined;
  const operator = take(reader, /^\s*(?:==|!=|!~|~|[<>]=?)\s*/)?.trim();
  if (counter !== undefined) {
    const right = take(reader, /^\d{1,9}(?![\w.])/);
    if (right === undefined) return undefined;
    return ({ fields, number }) => holds(counter === "NR" ? number : fields.length, operator, Number(right));
  }
  if (operator === "~" || operator === "!~") {
    const expression = readRegularExpression(reader);
    return left && expression && ((record) => expression.test(left(record)) === (operator === "~"));
  }
  const right = take(reader, /^(?=")/) === undefined ? undefined : readPrimary(reader);
  if (!left || !right || (operator !== "==" && operator !== "!=")) return undefined;
  return (record) => (left(record) === right(record)) === (operator === "==");
}

function holds(left: number, operator: string | undefined, right: number): boolean {
  switch (operator) {
    case "==":
      return left === right;
    case "!=":
      return left !== right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    default:
      return left >= right;
  }
}

/** A regular expression without repetition counts, classes, and escapes that only some versions of AWK have. */
function readRegularExpression(reader: Awk): Matcher | undefined {
  const start = reader.index;
  if (take(reader, /^\//) === undefined) return undefined;
  const pattern = readDelimited(reader, "/", false);
  const isPlain = pattern !== undefined && !/\\(?![.[\]$*+?()|^\\/])|\{|\[\^?\[|\[[^\][]*\\/.test(pattern);
  const expression = isPlain ? compilePattern(pattern, true, "", reader.budget) : undefined;
  if (!expression) reader.index = start;
  return expression;
}
