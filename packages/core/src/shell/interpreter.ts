import type { CommandNode, PipelineNode, Statement } from "unbash";
import { runAndOr, runCase, runIf } from "./branches.js";
import type { CallWord, CommandCall, CommandResult, Program, Shell } from "./command-call.js";
import { NO_OUTPUT, SUCCESS } from "./command-call.js";
import { evaluateTest } from "./conditions.js";
import { appendContent, type Alternatives } from "./files.js";
import { runFor, runLoop, runWhile } from "./loops.js";
import { parseScript } from "./parsed-script.js";
import { applyRedirections, inputOf, openRedirections } from "./redirections.js";
import { runSimpleCommand, runWords } from "./simple-command.js";
import { forkState, leaveSubshell, type ShellState } from "./state.js";
import type { MappedText } from "../text/index.js";

/** Scripts within scripts (`bash -c`, functions) deeper than this are not followed. */
const MAX_DEPTH = 16;

/** A script under evaluation: nothing is executed, only what each command would leave is worked out. */
export interface Interpreter extends Shell {
  readonly programs: Program;
  readonly depth: number;
  deeper(): Interpreter;
  runNode(node: PipelineNode, context: ScriptContext, input: Alternatives | undefined): CommandResult;
  runStatements(
    statements: readonly Statement[],
    context: ScriptContext,
    input: Alternatives | undefined,
  ): CommandResult;
}

/** The script that the nodes' offsets index, and the state in which they run. */
export interface ScriptContext {
  readonly script: MappedText;
  readonly state: ShellState;
}

/**
 * Works out what a script would do in `state`, which it changes. Each simple command is offered to
 * `programs` first. A script that Bash cannot parse does nothing.
 */
export function runScript(script: MappedText, state: ShellState, programs: Program): CommandResult {
  return createInterpreter(programs, 0).runScript(script, state);
}

/** Works out what `words`, which stand behind a program's options, would do in the state of `call`. */
export function runCommand(call: CommandCall, words: readonly CallWord[], programs: Program): CommandResult {
  return runWords(createInterpreter(programs, 0), call, words) ?? SUCCESS;
}

function createInterpreter(programs: Program, depth: number): Interpreter {
  const interpreter: Interpreter = {
    programs,
    depth,
    deeper: () => createInterpreter(programs, depth + 1),
    runScript(script, state, input) {
      if (depth > MAX_DEPTH) return SUCCESS;
      const { shellText, statements } = parseScript(script);
      if (!statements) return { output: NO_OUTPUT, status: "failure" };
      return interpreter.runStatements(statements, { script: shellText, state }, input);
    },
    runStatements(statements, context, input) {
      let output: Alternatives = NO_OUTPUT;
      let status: CommandResult["status"] = "success";
      for (const statement of statements) {
        if (context.state.exited) break;
        const result =
          statement.command.type === "AndOr"
            ? runAndOr(interpreter, statement.command, context, input)
            : interpreter.runNode(statement.command, context, input);
        output = result.output === NO_OUTPUT ? output : appendContent(output, result.output);
        status = result.status;
      }
      return { output, status };
    },
    runNode: (node, context, input) =>
      node.type === "Pipeline"
        ? runPipeline(
            interpreter,
            node.commands,
            node.prefixes.some(({ type }) => type === "Negation"),
            context,
            input,
          )
        : runCommandNode(interpreter, node, context, input),
  };
  return interpreter;
}

function runPipeline(
  interpreter: Interpreter,
  commands: readonly CommandNode[],
  negated: boolean,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  let result: CommandResult = SUCCESS;
  let piped = input;
  for (const command of commands) {
    const isAlone = commands.length === 1;
    const state = isAlone ? context.state : forkState(context.state);
    result = runCommandNode(interpreter, command, { script: context.script, state }, piped);
    if (!isAlone) leaveSubshell(context.state, state);
    piped = result.output;
  }
  if (!negated || result.status === "unknown") return result;
  return { output: result.output, status: result.status === "success" ? "failure" : "success" };
}

function runCommandNode(
  interpreter: Interpreter,
  node: CommandNode,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const { state, script } = context;
  if (state.budget.commands-- <= 0) return SUCCESS;
  switch (node.type) {
    case "Command":
      return runSimpleCommand(interpreter, node, context, input);
    case "Redirected": {
      const opened = openRedirections(node.redirects, context);
      const redirectedInput = inputOf(node.redirects, context, node) ?? input;
      const result = runCommandNode(interpreter, node.command, context, redirectedInput);
      return {
        output: applyRedirections(node.redirects, result.output, context, node, opened),
        status: result.status,
      };
    }
    case "BraceGroup":
      return interpreter.runStatements(node.body.commands, context, input);
    case "Subshell": {
      const subshell = forkState(state);
      const result = interpreter.runStatements(node.body.commands, { script, state: subshell }, input);
      leaveSubshell(state, subshell);
      return result;
    }
    case "If":
      return runIf(interpreter, node, context, input);
    case "For":
      return runFor(interpreter, node, context, input);
    case "Select":
      state.scope.variables.delete(node.name.value);
      return runLoop(interpreter, node.body, context, input);
    case "While":
      return runWhile(interpreter, node, context, input);
    case "ArithmeticFor":
      return runLoop(interpreter, node.body, context, input);
    case "Case":
      return runCase(interpreter, node, context, input);
    case "TestCommand":
      return { output: NO_OUTPUT, status: evaluateTest(node.expression, context) };
    case "ArithmeticCommand":
      return { output: NO_OUTPUT, status: "unknown" };
    case "Function":
      state.functions.set(node.name.value, { node, script });
      return SUCCESS;
    case "Coproc":
      return SUCCESS;
  }
}
