import type { Assignment, Command } from "unbash";
import type { CallWord, CommandCall, CommandResult } from "./command-call.js";
import { NO_OUTPUT, SUCCESS } from "./command-call.js";
import { fieldsOf, valueOf } from "./fields.js";
import type { Alternatives } from "./files.js";
import type { Interpreter, ScriptContext } from "./interpreter.js";
import { unwrapLaunchers } from "./launchers.js";
import { baseName } from "./path.js";
import { setArray, setVariable } from "./scope.js";
import { runBuiltIn } from "./programs/index.js";
import { applyRedirections, inputOf, openRedirections, originOf } from "./redirections.js";
import { forkState, leaveSubshell, setPositional, type ShellState } from "./state.js";

export function runSimpleCommand(
  interpreter: Interpreter,
  command: Command,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const { state } = context;
  const assignments = command.prefix.filter((node) => node.type === "Assignment");
  const words = commandWords(command, context);
  const opened = openRedirections(command.redirects, context);
  const ownInput = inputOf(command.redirects, context, command) ?? input;
  const [first, ...rest] = words;
  if (!first) {
    for (const assignment of assignments) assign(assignment, state);
    return {
      output: applyRedirections(command.redirects, NO_OUTPUT, context, command, opened),
      status: "success",
    };
  }
  const result = runCall(interpreter, words, assignments, {
    words: [first, ...rest],
    name: baseName(first.value),
    command,
    script: context.script,
    state,
    input: ownInput,
    origin: originOf(command, context),
  });
  return {
    output: applyRedirections(command.redirects, result.output, context, command, opened),
    status: result.status,
  };
}

/** Runs words of a call as a command of their own, as a program does that starts another. */
export function runWords(
  interpreter: Interpreter,
  call: CommandCall,
  words: readonly CallWord[],
): CommandResult | undefined {
  const [first, ...rest] = words;
  if (!first || interpreter.depth > 16) return undefined;
  return runCall(interpreter.deeper(), words, [], {
    ...call,
    words: [first, ...rest],
    name: baseName(first.value),
  });
}

function runCall(
  interpreter: Interpreter,
  words: readonly CallWord[],
  assignments: readonly Assignment[],
  call: CommandCall,
): CommandResult {
  const unwrapped = unwrapLaunchers(words);
  const [first, ...rest] = unwrapped.words;
  if (!first) return SUCCESS;
  const isLocal = assignments.length > 0 || unwrapped.assignments.length > 0;
  // Variables set for one command alone: it runs in a state of its own.
  const state = isLocal ? forkState(call.state) : call.state;
  for (const assignment of assignments) assign(assignment, state);
  for (const [name, value] of unwrapped.assignments) state.scope.variables.set(name, value);
  const own: CommandCall = { ...call, words: [first, ...rest], name: baseName(first.value), state };
  const result =
    interpreter.programs(own, interpreter) ?? runFunction(interpreter, own) ?? runBuiltIn(own, interpreter);
  if (isLocal) {
    leaveSubshell(call.state, state);
    call.state.exited ||= state.exited;
  }
  if (words[0]?.value === "exec" && unwrapped.words !== words) call.state.exited = true;
  return result;
}

function runFunction(interpreter: Interpreter, call: CommandCall): CommandResult | undefined {
  const definition = call.state.functions.get(call.words[0].value);
  if (!definition || interpreter.depth > 16) return undefined;
  const { state } = call;
  const outer = state.positional;
  setPositional(state, { words: call.words.slice(1), script: call.script });
  const context: ScriptContext = { script: definition.script, state };
  const { body } = definition.node;
  const result =
    body.type === "CompoundList"
      ? interpreter.deeper().runStatements(body.commands, context, call.input)
      : interpreter.deeper().runNode(body, context, call.input);
  setPositional(state, outer);
  return result;
}

function commandWords(command: Command, { state, script }: ScriptContext): readonly CallWord[] {
  const words: CallWord[] = [];
  for (const word of [...(command.name ? [command.name] : []), ...command.args]) {
    if (word.type === "Assignment") {
      // `export NAME=value`
      const value = word.value.type === "Word" ? valueOf(word.value, state.scope) : "";
      const text = `${word.name}=${value}`;
      words.push({
        value: text,
        word: { type: "Word", text: word.text, value: text, pos: word.pos, end: word.end },
      });
    } else if (state.positional && /^"?\$[@*]"?$/.test(word.text)) {
      const { positional } = state;
      // Words of the same script keep their places in it.
      for (const given of positional.words)
        words.push(positional.script === script ? given : { value: given.value, word });
    } else {
      for (const value of fieldsOf(word, state.scope)) words.push({ value, word });
    }
  }
  return words;
}

function assign(assignment: Assignment, state: ShellState): void {
  const { variables, arrays } = state.scope;
  const { name, value } = assignment;
  if (value.type === "ArrayValue") {
    const elements = value.elements.flatMap((element) => fieldsOf(element, state.scope));
    setArray(state.scope, name, assignment.append ? [...(arrays.get(name) ?? []), ...elements] : elements);
  } else if (assignment.index === undefined) {
    const text = valueOf(value, state.scope);
    const before = assignment.append ? (variables.get(name) ?? `\${${name}}`) : "";
    setVariable(state.scope, name, before + text);
  }
}
