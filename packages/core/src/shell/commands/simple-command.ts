import type { Assignment, Command } from "unbash";
import type { CallWord, CommandCall } from "../command-call.js";
import { originOf, type Context } from "../context.js";
import { baseName } from "../files/path.js";
import { ControlFlow } from "../state/control-flow.js";
import { exportVariable, isKept } from "../state/assignment.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { isAlias, runAliased } from "../built-ins/alias.js";
import { isBuiltIn } from "../built-ins/built-ins.js";
import { isLauncher } from "../programs/launchers.js";
import { runProgram } from "../programs/run-program.js";
import { assign } from "./assignments.js";
import { commandWords } from "./command-words.js";
import { runFunction } from "./functions.js";
import type { Interpreter } from "./interpreter.js";
import { runPartOfProcess } from "./processes.js";
import { failedRedirection, redirectForGood, withRedirections } from "./redirections.js";

/**
 * What starts a command: the shell itself; `command`, which ignores functions; or another program, which has neither
 * functions nor built-ins.
 */
export type StartedBy = "shell" | "command" | "external";

/** Runs a simple command: expands its words, applies redirections and assignments, and calls the program. */
export function runSimpleCommand(interpreter: Interpreter, command: Command, context: Context): Status {
  const { state } = context;
  const assignments = command.prefix.filter((node) => node.type === "Assignment");
  state.statuses.set("substitution", 0);
  const words = expand(command, () => commandWords(command, context));
  const [first, ...rest] = words;
  if (!first) {
    const status = withRedirections(command.redirects, context, command, () => {
      expand(command, () => {
        for (const assignment of assignments) assign(assignment, context);
      });
      // The status is that of the last substitution.
      return hasSubstitution(command) ? (state.statuses.get("substitution") ?? 0) : 0;
    });
    return status ?? failedRedirection(state);
  }
  const call: CommandCall = {
    words: [first, ...rest],
    name: baseName(first.value),
    command,
    script: context.script,
    state,
    origin: originOf(command, context),
    isTested: context.isTested,
  };
  if (first.isKnown && first.value === "exec") return runExec(interpreter, call, assignments, context);
  const isExternal = first.isKnown && !isBuiltIn(first.value) && !state.functions.get(first.value);
  const status = withRedirections(
    command.redirects,
    context,
    command,
    () =>
      command.redirects.length === 0
        ? runAssigned(interpreter, call, assignments, context)
        : runPartOfProcess(interpreter, command, context, () =>
            runAssigned(interpreter, call, assignments, context),
          ),
    isExternal,
  );
  return status ?? failedRedirection(state, first.isKnown ? first.value : "");
}

/** Expands words of a command; an error in them says so. */
function expand<Result>(command: Command, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    throw error instanceof ControlFlow ? new ControlFlow(error.leaving, command) : error;
  }
}

function hasSubstitution(command: Command): boolean {
  return [...command.prefix, ...command.suffix].some(
    (node) => "text" in node && (node.text.includes("$(") || node.text.includes("`")),
  );
}

/** Runs a command with the variables that are assigned for it alone, and restores them afterwards. */
function runAssigned(
  interpreter: Interpreter,
  call: CommandCall,
  assignments: readonly Assignment[],
  context: Context,
): Status {
  if (assignments.length === 0) return interpreter.call(call, call.words, "shell");
  const { state } = call;
  const before = assignments.map(({ name }) => [name, state.variables.get(name)] as const);
  expand(call.command, () => {
    for (const assignment of assignments) {
      // Before a command, assigning a read-only variable is an error, but the command still runs.
      if (isKept(state, assignment.name)) continue;
      assign(assignment, context);
      exportVariable(state, assignment.name);
    }
  });
  try {
    return runPartOfProcess(interpreter, call.command, context, () =>
      interpreter.call(call, call.words, "shell"),
    );
  } finally {
    for (const [name, variable] of before) state.variables.set(name, variable);
  }
}

function runExec(
  interpreter: Interpreter,
  call: CommandCall,
  assignments: readonly Assignment[],
  context: Context,
): Status {
  const { command, words, state } = call;
  let index = 1;
  while (words[index]?.value.startsWith("-") === true) index += words[index]?.value === "-a" ? 2 : 1;
  const rest = words.slice(index);
  if (rest.length === 0) {
    return redirectForGood(command.redirects, context, command) ? 0 : failedRedirection(state, "exec");
  }
  const status = withRedirections(command.redirects, context, command, () => {
    for (const assignment of assignments) {
      assign(assignment, context);
      exportVariable(state, assignment.name);
    }
    return interpreter.call(call, rest, "external");
  });
  if (status === undefined) return failedRedirection(state, "exec");
  // The program has replaced the shell, so the shell's traps are gone.
  state.traps.set("EXIT", undefined);
  throw new ControlFlow({ kind: "exit", status });
}

/** Runs the words of a call, started as `manner` says. */
export function callWords(
  interpreter: Interpreter,
  call: CommandCall,
  words: readonly CallWord[],
  manner: StartedBy,
): Status {
  const [first, ...rest] = words;
  if (!first) return 0;
  const own: CommandCall = { ...call, words: [first, ...rest], name: baseName(first.value) };
  if (manner === "shell" && first.isKnown) {
    if (isAlias(call.state, first.value)) return runAliased(own, interpreter);
    const definition = call.state.functions.get(first.value);
    if (definition) return runFunction(interpreter, definition, own);
  }
  if (manner !== "external" && first.isKnown && isBuiltIn(first.value))
    return runProgram(own, interpreter, manner);
  // The command of a launcher is called when the launcher starts it.
  const status = isLauncher(own.name) ? undefined : interpreter.programs(own, interpreter);
  if (status !== undefined) return status;
  if (manner !== "external") return runProgram(own, interpreter, manner);
  return inSubshell(call.state, () => runProgram(own, interpreter, manner));
}
