import type { Assignment, Command } from "unbash";
import type { CallWord } from "../command-call.js";
import { originOf, type Context } from "../context.js";
import { callWord, fieldsOf, valueOf } from "../expansion/fields.js";
import { joinValues, textValue } from "../values/value.js";

/** The words of a simple command after expansion: the program's name and its arguments. */
export function commandWords(command: Command, context: Context): readonly CallWord[] {
  const words: CallWord[] = [];
  for (const word of [...(command.name ? [command.name] : []), ...command.args]) {
    if (word.type === "Assignment") words.push(...assignmentWords(word, context));
    else words.push(...fieldsOf(word, context));
  }
  return words;
}

/** The word of `export NAME=value`, whose value is not split. */
function assignmentWords(assignment: Assignment, context: Context): readonly CallWord[] {
  const word = {
    type: "Word" as const,
    text: assignment.text,
    value: assignment.text,
    pos: assignment.pos,
    end: assignment.end,
  };
  if (assignment.value.type !== "Word")
    return [callWord(textValue(assignment.text, originOf(assignment, context)), false, word)];
  const operator = assignment.append === true ? "+=" : "=";
  const index = assignment.index ? `[${assignment.index.text}]` : "";
  const value = joinValues([
    textValue(assignment.name + index + operator, originOf(assignment, context)),
    valueOf(assignment.value, context, true),
  ]);
  return [callWord(value, false, word)];
}
