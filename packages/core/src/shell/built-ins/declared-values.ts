import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { contextOf } from "../context.js";
import { evaluateValue } from "../expansion/arithmetic/evaluate.js";
import { outputOf } from "../programs/output.js";
import { assignVariable, setElement } from "../state/assignment.js";
import { isInteger } from "../state/attributes.js";
import { lookUp, targetOf } from "../state/lookup.js";
import type { Status } from "../state/status.js";
import { joinValues, sliceValue, textValue, unknownValue, type Value } from "../values/value.js";
import { changeElement } from "./array-elements.js";

/** Assigns the value of a word such as `NAME=value` or `NAME[index]=value`; the status tells whether there is such an element. */
export function assignWord(
  call: CommandCall,
  shell: Shell,
  word: CallWord,
  variable: string,
  match: RegExpExecArray,
): Status {
  const { state } = call;
  const [whole, , index, operator] = match;
  const array = call.command.args.find(
    (arg) => arg.type === "Assignment" && arg.name === variable && arg.value.type === "ArrayValue",
  );
  if (array?.type === "Assignment") {
    shell.assign(array, call);
    return 0;
  }
  const value = sliceValue(word.text, whole.length, word.text.text.text.length);
  const held = operator === "+=" ? lookUp(state, variable) : undefined;
  const own = isInteger(state, targetOf(state, variable)) ? integerOf(value, call, shell) : value;
  const joined = held?.kind === "set" ? joinValues([held.value, own]) : own;
  if (index !== undefined) {
    const isKnown = operator === "=" && word.text.guesses.every(({ start }) => start >= whole.length);
    const element = { name: variable, index: isKnown ? index : undefined };
    return changeElement(call, element, shell, (key) => {
      setElement(state, variable, key, own);
      return 0;
    });
  }
  assignVariable(state, variable, joined);
  return 0;
}

/** The value that a variable with the attribute `-i` gets. */
function integerOf(value: Value, call: CommandCall, shell: Shell): Value {
  const number = evaluateValue(value, false, contextOf(call, shell));
  return number === undefined
    ? unknownValue({ ...outputOf(call), integer: "never empty" })
    : textValue(String(number), call.origin);
}
