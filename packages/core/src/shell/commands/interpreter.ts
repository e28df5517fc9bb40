import type { CommandNode, PipelineNode, Statement } from "unbash";
import type { CallWord, CommandCall, Program, Shell } from "../command-call.js";
import type { Context, Substitutions } from "../context.js";
import type { Content } from "../files/content.js";
import { inText } from "../state/errexit.js";
import type { ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { assign } from "./assignments.js";
import { runCommandNode, runPrefixed, runStatement } from "./command-nodes.js";
import { readDescriptor, writeDescriptor } from "./descriptors.js";
import { unfollowedCall } from "./given-up.js";
import { runExitTrap, runProcess, runSubshell, startProcess } from "./processes.js";
import { runText } from "./script-lines.js";
import { callWords, type StartedBy } from "./simple-command.js";
import { substitutionsOf } from "./substitutions.js";

/** Scripts within scripts (`bash -c`, functions) deeper than this are not followed. */
const MAX_DEPTH = 24;

/** Evaluates scripts: executes nothing, but computes the state that each command would leave. */
export interface Interpreter extends Shell {
  readonly programs: Program;
  readonly substitutions: Substitutions;
  runNode(node: PipelineNode, context: Context): Status;
  runCommand(node: CommandNode, context: Context): Status;
  /** Runs statements in order; the status is that of the last one. */
  runStatements(statements: readonly Statement[], context: Context): Status;
  /** Runs words as a command. */
  call(call: CommandCall, words: readonly CallWord[], manner: StartedBy): Status;
}

/** Creates an interpreter that tries `programs` before the shell's own models of programs. */
export function createInterpreter(programs: Program): Interpreter {
  const interpreter: Interpreter = {
    programs,
    substitutions: { command: () => unready(), process: () => unready() },
    runScript(script, state) {
      startProcess(state);
      return withDepth(state, () =>
        runProcess(interpreter, state, () => runText(interpreter, script, state, false)),
      );
    },
    evaluate: (script, { state, isTested }) =>
      withDepth(state, () => inText(state, isTested, () => runText(interpreter, script, state, isTested))),
    runWords: (call, words) => interpreter.call(call, words, "external"),
    runInShell: (call, words) => interpreter.call(call, words, "command"),
    inSubshell: (state, run) => runSubshell(interpreter, state, run),
    runExitTrap: (state, leaving) => runExitTrap(interpreter, state, leaving),
    call: (call, words, manner) => withDepth(call.state, () => callWords(interpreter, call, words, manner)),
    print(call, content) {
      writeDescriptor(call.state, 1, content, call.origin);
    },
    printError(call, content) {
      writeDescriptor(call.state, 2, content, call.origin);
    },
    readInput: ({ state }): Content | undefined => readDescriptor(state, 0),
    readDescriptor: ({ state }, number): Content | undefined => readDescriptor(state, number),
    assign(assignment, { script, state, isTested }) {
      assign(assignment, { script, state, isTested, substitutions: interpreter.substitutions });
    },
    runStatements(statements, context) {
      const { state } = context;
      if (statements.length === 0) return 0;
      state.ways.runEach(statements, (statement) => {
        runStatement(interpreter, statement, context);
      });
      return state.statuses.get("") ?? 0;
    },
    runNode: (node, context) =>
      node.type === "Pipeline"
        ? runPrefixed(interpreter, node, context)
        : interpreter.runCommand(node, context),
    runCommand: (node, context) => runCommandNode(interpreter, node, context),
  };
  return Object.assign(interpreter, { substitutions: substitutionsOf(interpreter) });
}

function unready(): never {
  throw new Error("The interpreter is not ready.");
}

function withDepth(state: ShellState, run: () => Status): Status {
  if (state.depth >= MAX_DEPTH) return unfollowedCall(state);
  state.depth++;
  try {
    return run();
  } finally {
    state.depth--;
  }
}
