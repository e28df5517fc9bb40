import type { TestExpression } from "unbash";
import type { CallWord, ExitStatus } from "./command-call.js";
import { valueOf } from "./fields.js";
import { readFile, type Files } from "./files.js";
import type { ScriptContext } from "./interpreter.js";
import { resolvePath } from "./path.js";
import { isKnown } from "./scope.js";
import type { ShellState } from "./state.js";

/** `[[ ... ]]` */
export function evaluateTest(expression: TestExpression, context: ScriptContext): ExitStatus {
  const { scope } = context.state;
  switch (expression.type) {
    case "TestUnary":
      return unary(expression.operator, valueOf(expression.operand, scope), context.state);
    case "TestBinary":
      // The right side of `==` is a pattern unless it is plain.
      return /[*?[]/.test(expression.right.text)
        ? "unknown"
        : binary(expression.operator, valueOf(expression.left, scope), valueOf(expression.right, scope));
    case "TestNot":
      return expression.negations.length % 2 === 1
        ? not(evaluateTest(expression.operand, context))
        : evaluateTest(expression.operand, context);
    case "TestGroup":
      return evaluateTest(expression.expression, context);
    case "TestLogical": {
      const results = expression.operands.map((operand) => evaluateTest(operand, context));
      const decisive = expression.operator === "&&" ? "failure" : "success";
      if (results.includes(decisive)) return decisive;
      return results.includes("unknown") ? "unknown" : not(decisive);
    }
  }
}

/** `[ ... ]` and `test ...`: `words` are the operands, without the closing bracket. */
export function evaluateTestWords(words: readonly CallWord[], state: ShellState): ExitStatus {
  const values = words.map((word) => word.value);
  const [first, second, third] = values;
  if (first === "!" && values.length > 1) return not(evaluateTestWords(words.slice(1), state));
  if (values.length === 3 && first !== undefined && second !== undefined && third !== undefined) {
    return binary(second, first, third);
  }
  if (values.length === 2 && first !== undefined && second !== undefined) return unary(first, second, state);
  if (values.length === 1 && first !== undefined) return unary("-n", first, state);
  return values.length === 0 ? "failure" : "unknown";
}

function unary(operator: string, operand: string, state: ShellState): ExitStatus {
  switch (operator) {
    case "-n":
      return isKnown(operand) ? statusOf(operand !== "") : "unknown";
    case "-z":
      return isKnown(operand) ? statusOf(operand === "") : "unknown";
    case "-e":
    case "-f":
    case "-s":
    case "-r":
      return isWritten(state.files, resolvePath(operand, state.directory)) ? "success" : "unknown";
    default:
      return "unknown";
  }
}

/** A file that no step wrote may still be there. */
function isWritten(files: Files, path: string): boolean {
  return readFile(files, path).every((content) => content !== undefined);
}

function binary(operator: string, left: string, right: string): ExitStatus {
  const isSame = left === right;
  // The same unknown value is the same on both sides; two different ones may still be.
  if (!isSame && !(isKnown(left) && isKnown(right))) return "unknown";
  switch (operator) {
    case "=":
    case "==":
      return statusOf(isSame);
    case "!=":
      return statusOf(!isSame);
    default:
      return "unknown";
  }
}

function statusOf(holds: boolean): ExitStatus {
  return holds ? "success" : "failure";
}

function not(status: ExitStatus): ExitStatus {
  if (status === "unknown") return "unknown";
  return status === "success" ? "failure" : "success";
}
