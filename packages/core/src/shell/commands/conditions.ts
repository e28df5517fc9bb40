import type { ArithmeticCommand, TestExpression } from "unbash";
import { unknownAt, type Context, type Node } from "../context.js";
import { evaluate, evaluateText } from "../expansion/arithmetic.js";
import { valueOf } from "../expansion/fields.js";
import { patternOf } from "../expansion/word-pattern.js";
import { escapePattern } from "../expansion/patterns.js";
import { pathOf } from "../programs/paths.js";
import { textOfContent } from "../files/content.js";
import { answerTo } from "../state/facts.js";
import { questionOf } from "../state/presence.js";
import { lookUp, setArray } from "../state/lookup.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { statusOf, type Status } from "../state/status.js";
import { boundedId } from "../values/bounded-names.js";
import { knownText, signatureOf, textValue, type Unknown, type Value } from "../values/value.js";
import { matchOrAsk, matchPattern } from "./branches.js";
import { matchExpression } from "./regular-expression.js";

/** `(( ... ))` */
export function evaluateArithmetic(node: ArithmeticCommand, context: Context): Status {
  const value = node.expression ? evaluate(node.expression, context) : undefined;
  return value === undefined ? unknownAt(node, context, "arithmetic") : statusOf(value !== 0n);
}

/** `[[ ... ]]` */
export function evaluateTest(expression: TestExpression, context: Context): Status {
  switch (expression.type) {
    case "TestUnary":
      return evaluateUnary(
        expression.operator,
        valueOf(expression.operand, context),
        context.state,
        expression,
        context,
      );
    case "TestBinary":
      return evaluateBinary(expression, context);
    case "TestNot": {
      const status = evaluateTest(expression.operand, context);
      return expression.negations.length % 2 === 1 ? not(status) : status;
    }
    case "TestGroup":
      return evaluateTest(expression.expression, context);
    case "TestLogical": {
      const decisive = expression.operator === "&&" ? 1 : 0;
      let unknown: Status | undefined;
      for (const operand of expression.operands) {
        const status = evaluateTest(operand, context);
        if (typeof status === "number" && (status === 0) === (decisive === 0)) {
          if (unknown === undefined) return status;
          return status;
        }
        if (typeof status !== "number") unknown ??= status;
      }
      return unknown ?? (decisive === 0 ? 1 : 0);
    }
  }
}

export function not(status: Status): Status {
  if (typeof status === "number") return statusOf(status !== 0);
  return { ...status, id: status.id.startsWith("! ") ? status.id.slice(2) : `! ${status.id}` };
}

/** A condition that is not known: the same one has the same answer. */
function condition(question: string, node: Node, context: Context): Unknown {
  return { ...unknownAt(node, context, "a condition"), id: boundedId(question) };
}

function evaluateBinary(
  expression: Extract<TestExpression, { type: "TestBinary" }>,
  context: Context,
): Status {
  const { operator } = expression;
  const left = valueOf(expression.left, context);
  switch (operator) {
    case "=":
    case "==":
    case "!=": {
      const pattern = patternOf(expression.right, context);
      const right = pattern === undefined ? valueOf(expression.right, context) : undefined;
      const status =
        pattern === undefined
          ? compareTexts(left, right ?? left, expression, context)
          : matched(left, pattern, expression, context);
      return operator === "!=" ? not(status) : status;
    }
    case "=~": {
      const pattern = patternOf(expression.right, context);
      const text = knownText(left);
      const match =
        pattern === undefined || text === undefined
          ? undefined
          : matchExpression(text, pattern, expression.right);
      if (match === undefined)
        return condition(`=~ ${signatureOf(left)} ${expression.right.text}`, expression, context);
      setMatch(context.state, match);
      return statusOf(match !== "none");
    }
    default:
      return compare(operator, left, valueOf(expression.right, context), expression, context);
  }
}

function setMatch(state: ShellState, match: readonly string[] | "none"): void {
  const groups = match === "none" ? [] : match;
  const elements = new Map(
    groups.map((group, index) => [String(index), textValue(group, { start: 0, end: 0 })] as const),
  );
  setArray(state, "BASH_REMATCH", elements, false);
}

function matched(left: Value, pattern: string, node: Node, context: Context): Status {
  const known = matchPattern(context.state, left, pattern);
  if (known !== undefined) return statusOf(known);
  // Asked at once, so that what follows from the answer is noted.
  return context.isTested
    ? statusOf(matchOrAsk(context.state, left, pattern))
    : condition(`fits ${signatureOf(left)} ${pattern}`, node, context);
}

function compareTexts(left: Value, right: Value, node: Node, context: Context): Status {
  if (signatureOf(left) === signatureOf(right)) return 0;
  const [first, second] = [knownText(left), knownText(right)];
  if (first !== undefined && second !== undefined) return statusOf(first === second);
  if (second !== undefined) return matched(left, escapePattern(second), node, context);
  if (first !== undefined) return matched(right, escapePattern(first), node, context);
  const question = `same ${signatureOf(left)} ${signatureOf(right)}`;
  const answer = answerTo(context.state, question);
  return answer === undefined ? condition(question, node, context) : statusOf(answer);
}

/** The operators that `[[` and `[` have in common. */
function compare(operator: string, left: Value, right: Value, node: Node, context: Context): Status {
  const unknown = (): Unknown =>
    condition(`${operator} ${signatureOf(left)} ${signatureOf(right)}`, node, context);
  const [first, second] = [knownText(left), knownText(right)];
  const known = first !== undefined && second !== undefined;
  switch (operator) {
    case "=":
    case "==":
      return compareTexts(left, right, node, context);
    case "!=":
      return not(compareTexts(left, right, node, context));
    case "<":
      return known ? statusOf(first < second) : unknown();
    case ">":
      return known ? statusOf(first > second) : unknown();
    case "-eq":
    case "-ne":
    case "-lt":
    case "-le":
    case "-gt":
    case "-ge": {
      if (!known) return unknown();
      const [a, b] = [numberOf(first, node, context), numberOf(second, node, context)];
      if (a === undefined || b === undefined) return unknown();
      if (a === "none" || b === "none") return 2;
      return statusOf(holds(operator, a, b));
    }
    case "-nt":
    case "-ot":
    case "-ef":
      return unknown();
    default:
      return unknown();
  }
}

/** In `[[`, a word is evaluated; in `[`, what is no number is an error. */
function numberOf(text: string, node: Node, context: Context): bigint | "none" | undefined {
  const trimmed = text.trim();
  if (/^[-+]?\d+$/.test(trimmed)) return BigInt(trimmed.replace("+", ""));
  if ("type" in node && node.type === "TestBinary") return evaluateText(trimmed, context);
  return "none";
}

function holds(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case "-eq":
      return left === right;
    case "-ne":
      return left !== right;
    case "-lt":
      return left < right;
    case "-le":
      return left <= right;
    case "-gt":
      return left > right;
    default:
      return left >= right;
  }
}

function evaluateUnary(
  operator: string,
  operand: Value,
  state: ShellState,
  node: Node,
  context: Context,
): Status {
  switch (operator) {
    case "-n":
    case "-z": {
      const empty = emptiness(operand, state);
      const status: Status =
        empty === undefined ? condition(`empty ${signatureOf(operand)}`, node, context) : statusOf(empty);
      return operator === "-z" ? status : not(status);
    }
    case "-v": {
      const name = knownText(operand);
      const held = name === undefined ? undefined : lookUp(state, name);
      if (!held || held.kind === "unknown") return condition(`-v ${signatureOf(operand)}`, node, context);
      return statusOf(held.kind === "set");
    }
    case "-t":
      return 1;
    case "-o":
      return condition(`-o ${signatureOf(operand)}`, node, context);
    default:
      return testFile(operator, operand, node, context);
  }
}

function emptiness(value: Value, state: ShellState): boolean | undefined {
  const text = knownText(value);
  if (text !== undefined) return text === "";
  const guessed = value.guesses.reduce((sum, { start, end }) => sum + end - start, 0);
  if (value.text.text.length > guessed || value.guesses.some(({ unknown }) => unknown.distinct)) return false;
  return answerTo(state, `empty ${signatureOf(value)}`);
}

function testFile(operator: string, operand: Value, node: Node, context: Context): Status {
  const { state } = context;
  const isOfLink = operator === "-L" || operator === "-h";
  const path = pathOf(state, operand);
  const { node: file, path: real } = isOfLink ? state.files.findEntry(path) : state.files.find(path);
  const unknown = (detail = ""): Unknown => condition(`${operator} ${real} ${detail}`, node, context);
  if (knownText(operand) === "") return 1;
  if (file.kind === "unknown") {
    const answer = answerTo(state, questionOf(operator, real, file.unknown));
    return answer === undefined ? unknown(file.unknown.id) : statusOf(answer);
  }
  const exists = file.kind !== "absent";
  switch (operator) {
    case "-e":
    case "-a":
      return statusOf(exists);
    case "-f":
      return statusOf(file.kind === "file");
    case "-d":
      return statusOf(file.kind === "directory");
    case "-L":
    case "-h":
      return statusOf(file.kind === "link");
    case "-s":
      if (file.kind !== "file") return exists ? 0 : 1;
      if (
        file.content.some(
          (part) =>
            part.kind === "known" && part.expanded.text.text !== "" && part.expanded.guesses.length === 0,
        )
      )
        return 0;
      return textOfContent(file.content) === "" ? 1 : unknown("size");
    case "-x":
      return file.kind === "file" ? statusOf(file.isExecutable) : exists ? 0 : 1;
    case "-r":
    case "-w":
      return exists ? 0 : 1;
    default:
      return exists ? unknown() : 1;
  }
}

/** `[ ... ]` and `test ...`: `words` are the operands, without the closing bracket. */
export function evaluateTestWords(
  words: readonly {
    readonly text: Value;
    readonly value: string;
    readonly isKnown: boolean;
    readonly maySplit: boolean;
  }[],
  node: Node,
  context: Context,
): Status {
  const unknown = (): Unknown =>
    condition(`test ${words.map(({ text }) => signatureOf(text)).join(" ")}`, node, context);
  if (words.some(({ maySplit }) => maySplit)) return unknown();
  // Dash knows `=` alone: "unexpected operator".
  const isOperator = (index: number): boolean => index > 0 && index < words.length - 1;
  if (isOn(context.state, "posix") && words.some(({ value }, index) => isOperator(index) && value === "=="))
    return 2;
  const [first, second, third] = words;
  const isWord = (word: typeof first, text: string): boolean => word?.isKnown === true && word.value === text;
  switch (words.length) {
    case 0:
      return 1;
    case 1:
      return first ? evaluateUnary("-n", first.text, context.state, node, context) : 1;
    case 2:
      if (isWord(first, "!")) return not(evaluateTestWords(words.slice(1), node, context));
      return first?.isKnown === true && second
        ? evaluateUnary(first.value, second.text, context.state, node, context)
        : unknown();
    case 3:
      if (first && second?.isKnown === true && third && BINARY.test(second.value))
        return compare(second.value, first.text, third.text, node, context);
      if (isWord(first, "!")) return not(evaluateTestWords(words.slice(1), node, context));
      if (isWord(first, "(") && isWord(third, ")"))
        return evaluateTestWords(words.slice(1, 2), node, context);
      return logical(words, node, context) ?? unknown();
    default:
      if (words.length === 4 && isWord(first, "!"))
        return not(evaluateTestWords(words.slice(1), node, context));
      return logical(words, node, context) ?? unknown();
  }
}

const BINARY = /^(?:=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;

/** `-o` binds less than `-a`. */
function logical(
  words: Parameters<typeof evaluateTestWords>[0],
  node: Node,
  context: Context,
): Status | undefined {
  for (const operator of ["-o", "-a"]) {
    const at = words.findIndex(
      (word, index) => index > 0 && index < words.length - 1 && word.isKnown && word.value === operator,
    );
    if (at === -1) continue;
    const left = evaluateTestWords(words.slice(0, at), node, context);
    const right = evaluateTestWords(words.slice(at + 1), node, context);
    const decisive = operator === "-o" ? 0 : 1;
    const isDecisive = (status: Status): boolean =>
      typeof status === "number" && (status === 0) === (decisive === 0);
    if (isDecisive(left)) return left;
    if (isDecisive(right)) return right;
    if (typeof left === "number" && typeof right === "number") return 1 - decisive;
    return undefined;
  }
  return undefined;
}
