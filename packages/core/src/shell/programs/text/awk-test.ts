import { type Awk, type Expression, readPrimary, readRegularExpression } from "./awk-expression.js";
import { type AwkRecord, type AwkValue, isTrue, type Memory, numberIn } from "./awk-values.js";
import { take } from "./sed-reader.js";

/** Whether a rule or a statement applies to a record. */
export type Test = (record: AwkRecord) => boolean;

/** Conditions that `&&` and `||` join. */
export function readTest(reader: Awk): Test | undefined {
  const alternatives: Test[][] = [[]];
  for (;;) {
    const test = readSingle(reader);
    if (!test) return undefined;
    alternatives.at(-1)?.push(test);
    const operator = take(reader, /^\s*(?:&&|\|\|)\s*/)?.trim();
    if (operator === undefined) break;
    if (operator === "||") alternatives.push([]);
  }
  return (record) => alternatives.some((tests) => tests.every((test) => test(record)));
}

function readSingle(reader: Awk): Test | undefined {
  const isNegated = take(reader, /^!\s*(?!~)/) !== undefined;
  if (take(reader, /^\(\s*/) !== undefined) {
    const test = readTest(reader);
    if (!test || take(reader, /^\s*\)(?=\s*(?:[;,\n{})]|&&|\|\||$))/) === undefined) return undefined;
    return isNegated ? (record) => !test(record) : test;
  }
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
  const { memory } = reader;
  const whole = reader.hasRecord ? readRegularExpression(reader) : undefined;
  if (whole) return ({ line }) => whole.test(line);
  const left = readPrimary(reader);
  if (!left) return undefined;
  if (/^\s*(?:[;,\n{})]|&&|\|\||$)/.test(reader.source.slice(reader.index)))
    return (record) => isTrue(left(record), memory);
  // `!$1 == "a"` compares the negation.
  const operator = isNegated ? undefined : take(reader, /^\s*(?:==|!=|!~|~|[<>]=?)\s*/)?.trim();
  if (operator === undefined) return undefined;
  if (operator === "~" || operator === "!~") {
    const expression = readRegularExpression(reader);
    return expression && ((record) => expression.test(left(record).text) === (operator === "~"));
  }
  const right = readPrimary(reader);
  return right && compared(left, operator, right, memory);
}

/** Numbers are compared as such; with a text, or if one only looks like a text, both are compared as texts. */
function compared(left: Expression, operator: string, right: Expression, memory: Memory): Test {
  return (record) => {
    const [first, second] = [left(record), right(record)];
    const isText = first.kind === "text" || second.kind === "text";
    const numbers = isText ? [] : [numberIn(first, memory), numberIn(second, memory)];
    const [one, other] = numbers;
    if (one !== undefined && other !== undefined) return holds(one, operator, other);
    if (operator !== "==" && operator !== "!=") memory.isUnsure = true;
    return (textIn(first) === textIn(second)) === (operator === "==");
  };
}

function textIn({ text }: AwkValue): string {
  return text;
}

function holds(left: number, operator: string, right: number): boolean {
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
