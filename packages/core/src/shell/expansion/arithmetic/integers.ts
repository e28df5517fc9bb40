import type { Context } from "../../context.js";
import { fail } from "./errors.js";

/** The integer that a text writes, in one of the notations of C or as `10#...`; `undefined` for any other text. */
export function readNumber(text: string): bigint | undefined {
  if (text === "") return 0n;
  if (/^-?(?:0[xX][\da-fA-F]+|[1-9]\d*|0)$/.test(text))
    return wrap(text.startsWith("-") ? -BigInt(text.slice(1)) : BigInt(text));
  if (/^10#\d+$/.test(text)) return wrap(BigInt(text.slice(3)));
  return /^0[0-7]+$/.test(text) ? BigInt(`0o${text.slice(1)}`) : undefined;
}

/** An integer as a signed one of 64 bits. */
export function wrap(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

/** The result of a comparison. */
export function truth(holds: boolean): bigint {
  return holds ? 1n : 0n;
}

/**
 * The result of an operator on two integers; `undefined` if it is not known.
 *
 * @throws ControlFlow if the shell cannot compute it, as for a division by 0
 */
export function compute(operator: string, left: bigint, right: bigint, context: Context): bigint | undefined {
  switch (operator) {
    case "+":
      return wrap(left + right);
    case "-":
      return wrap(left - right);
    case "*":
      return wrap(left * right);
    case "/":
      return right === 0n ? fail(context) : wrap(left / right);
    case "%":
      return right === 0n ? fail(context) : left % right;
    case "**":
      return right < 0n ? fail(context) : right > 63n ? undefined : wrap(left ** right);
    case "<<":
      return right < 0n || right > 63n ? undefined : wrap(left << right);
    case ">>":
      return right < 0n || right > 63n ? undefined : left >> right;
    case "&":
      return left & right;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "<":
      return truth(left < right);
    case ">":
      return truth(left > right);
    case "<=":
      return truth(left <= right);
    case ">=":
      return truth(left >= right);
    case "==":
      return truth(left === right);
    case "!=":
      return truth(left !== right);
    default:
      return undefined;
  }
}
