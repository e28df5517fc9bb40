import type { Context, Node } from "../context.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { boundedId } from "../values/bounded-names.js";
import { signatureOf, type Unknown, type Value } from "../values/value.js";
import { compare, condition, not } from "./comparisons.js";
import { evaluateUnary } from "./conditions.js";

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
  // Dash has only `=`, and fails at `==` with "unexpected operator".
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
      if (isWord(first, "!")) return negated(evaluateTestWords(words.slice(1), node, context));
      return first?.isKnown === true && second
        ? evaluateUnary(first.value, second.text, context.state, node, context)
        : unknown();
    case 3:
      if (first && second?.isKnown === true && third && BINARY.test(second.value))
        return compare(second.value, first.text, third.text, node, context);
      if (isWord(first, "!")) return negated(evaluateTestWords(words.slice(1), node, context));
      if (isWord(first, "(") && isWord(third, ")"))
        return evaluateTestWords(words.slice(1, 2), node, context);
      return logical(words, node, context) ?? unknown();
    default:
      if (words.length === 4 && isWord(first, "!"))
        return negated(evaluateTestWords(words.slice(1), node, context));
      return logical(words, node, context) ?? unknown();
  }
}

/** An error, such as of a comparison of texts that are no numbers, is not negated. */
function negated(status: Status): Status {
  if (status === 2) return 2;
  if (typeof status === "number" || !NUMERIC.test(status.id)) return not(status);
  return { ...status, id: boundedId(`negated ${status.id}`) };
}

/** Of the names of conditions that compare numbers; a long name is replaced with its hash. */
const NUMERIC = /^(?:(?:-eq|-ne|-lt|-le|-gt|-ge) |#)/;

const BINARY = /^(?:=|==|!=|<|>|-eq|-ne|-lt|-le|-gt|-ge|-nt|-ot|-ef)$/;

/** `-o` and `-a`; `-o` has the lower precedence. */
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
    if (left === 2 || right === 2) return 2;
    const decisive = operator === "-o" ? 0 : 1;
    const isDecisive = (status: Status): boolean =>
      typeof status === "number" && (status === 0) === (decisive === 0);
    const mayFail = [left, right].some((status) => typeof status !== "number" && NUMERIC.test(status.id));
    if (mayFail) return undefined;
    if (isDecisive(left)) return left;
    if (isDecisive(right)) return right;
    if (typeof left === "number" && typeof right === "number") return 1 - decisive;
    return undefined;
  }
  return undefined;
}
