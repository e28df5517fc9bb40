import type { CommandCall, Shell } from "../command-call.js";
import { contextOf } from "../context.js";
import { evaluateForStatus } from "../expansion/arithmetic/errors.js";
import { evaluateText } from "../expansion/arithmetic/evaluate.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { outputOf } from "../programs/output.js";
import { type Status, statusOf } from "../state/status.js";

/** `let`. An error in one word ends it. */
export function runLet(call: CommandCall, shell: Shell): Status {
  return evaluateForStatus(() => {
    let status: Status = 0;
    for (const { value, isKnown, text } of call.words.slice(1)) {
      const expression = isKnown ? value : scriptOfValue(text).text;
      const result = evaluateText(expression, contextOf(call, shell));
      status = result === undefined ? outputOf(call) : statusOf(result !== 0n);
    }
    return status;
  });
}
