import type { Command, CommandNode, Pipeline, PipelineNode, Statement } from "unbash";
import type { CallWord, CommandCall, Program, Shell } from "../command-call.js";
import type { Context, Substitutions } from "../context.js";
import { spanInFile, type MappedText } from "../../text/index.js";
import type { Content } from "../files/content.js";
import { spend } from "../state/budget.js";
import { inText } from "../state/errexit.js";
import { ControlFlow, leavingOf } from "../state/control-flow.js";
import { forgetAll, isOn, newUnknown, type ShellState } from "../state/shell-state.js";
import { recordStatuses } from "../state/pipe-statuses.js";
import type { Status } from "../state/status.js";
import { assign } from "./assignments.js";
import { startJob } from "./background-jobs.js";
import { runAndOr, runCase, runIf } from "./branches.js";
import { startCoprocess } from "./coprocess.js";
import { evaluateArithmetic, evaluateTest } from "./conditions.js";
import { giveUp, unfollowedCall } from "./given-up.js";
import { not } from "./comparisons.js";
import { readDescriptor, writeDescriptor } from "./descriptors.js";
import { runArithmeticFor, runFor, runSelect, runWhile } from "./loops.js";
import { parseScript, type ParsedScript } from "./parsed-script.js";
import { posixLines, type PosixLines } from "./posix-shell.js";
import { ended, endedAlone } from "./ended-command.js";
import { runPipeline } from "./pipelines.js";
import {
  isSubshell,
  runExitTrap,
  runPartOfProcess,
  runProcess,
  runSubshell,
  startProcess,
} from "./processes.js";
import { withRedirections } from "./redirections.js";
import { callWords, runSimpleCommand, type StartedBy } from "./simple-command.js";
import { substitutionsOf } from "./substitutions.js";
import { runDebugTrap } from "./traps.js";

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

/** Runs a script. A script that Bash cannot parse fails at the line of the error. */
export function runText(
  interpreter: Interpreter,
  script: MappedText,
  state: ShellState,
  isTested: boolean,
): Status {
  const { lines: all, isWhole } = parseScript(script);
  const { lines, next }: PosixLines = isOn(state, "posix")
    ? posixLines(script.text, all)
    : { lines: all, next: "end" };
  const context: Context = { script, state, isTested, substitutions: interpreter.substitutions };
  runLines(interpreter, lines, context, state.depth === 1 && !state.budget.isRough);
  if (next === "error") throw new ControlFlow({ kind: "exit", status: 2 });
  if (next === "unknown") {
    const unknown = newUnknown(state, "a script of `sh`", {
      label: "sh",
      what: "a script in the language of Bash that `sh` runs",
      origin: spanInFile(script, 0, script.text.length),
    });
    forgetAll(state, unknown);
    return unknown;
  }
  if (!isWhole) return 2;
  return lines.length === 0 ? 0 : (state.statuses.get("") ?? 0);
}

/** Runs the lines of a script; `mayGiveUp` if it is that of a step. */
function runLines(
  interpreter: Interpreter,
  lines: ParsedScript["lines"],
  context: Context,
  mayGiveUp: boolean,
): void {
  const { state } = context;
  const run = (line: readonly Statement[]): void => {
    runLine(interpreter, line, context);
  };
  if (!mayGiveUp) {
    state.ways.runEach(lines, run);
    return;
  }
  state.ways.runEach(lines, run, (line) => {
    const rest = lines.slice(lines.indexOf(line));
    const [{ pos, end } = { pos: 0, end: 0 }] = line;
    giveUp({ pos, end }, context, () => {
      runProcess(interpreter, state, () => {
        runLines(interpreter, rest, context, false);
        return 0;
      });
    });
  });
}

function runLine(interpreter: Interpreter, line: readonly Statement[], context: Context): void {
  const { state } = context;
  const [only] = line;
  const leaving = leavingOf(() => {
    if (only && line.length === 1) runStatement(interpreter, only, context);
    else interpreter.runStatements(line, context);
  });
  if (!leaving) return;
  if (leaving.kind !== "discard" || isSubshell(state)) throw new ControlFlow(leaving);
  state.statuses.set("", leaving.status);
  recordStatuses(state, [leaving.status]);
}

function runStatement(interpreter: Interpreter, statement: Statement, context: Context): void {
  const { state } = context;
  const run = (own: Context): Status =>
    statement.command.type === "AndOr"
      ? runAndOr(interpreter, statement.command, own)
      : interpreter.runNode(statement.command, own);
  if (statement.background === true) {
    startJob(interpreter, statement, context, run);
    return;
  }
  state.statuses.set("", run(context));
}

function runPrefixed(interpreter: Interpreter, node: Pipeline, context: Context): Status {
  const isNegated = node.prefixes.filter(({ type }) => type === "Negation").length % 2 === 1;
  // With `set -e` only inside the pipeline, Bash ends at an error in it.
  const isTested = isNegated && isOn(context.state, "errexit");
  const status = runPipeline(interpreter, node, isTested ? { ...context, isTested } : context);
  if (!isNegated) return node.commands.length > 1 ? ended(interpreter, status, context) : status;
  const negated = not(status);
  context.state.statuses.set("", negated);
  return negated;
}

/** A function that sets `trap ... ERR` does not run its action for its own call. */
function runAndEnd(interpreter: Interpreter, node: Command, inner: Context, context: Context): Status {
  const { traps } = context.state;
  const hadTrap = traps.get("ERR") !== undefined;
  const status = runSimpleCommand(interpreter, node, inner);
  const isNew = !hadTrap && traps.get("ERR") !== undefined;
  return endedAlone(interpreter, status, isNew ? { ...context, skipsErrorTrap: true } : context);
}

function runCommandNode(interpreter: Interpreter, node: CommandNode, context: Context): Status {
  const { state } = context;
  spend(state.budget);
  const inner = context.skipsErrorTrap === true ? { ...context, skipsErrorTrap: false } : context;
  switch (node.type) {
    case "Command":
      runDebugTrap(interpreter, context);
      return runAndEnd(interpreter, node, inner, context);
    case "Redirected":
      return (
        withRedirections(node.redirects, context, node, () =>
          runPartOfProcess(interpreter, node, context, () => interpreter.runCommand(node.command, context)),
        ) ?? (node.command.type === "Subshell" ? endedAlone : ended)(interpreter, 1, context)
      );
    case "BraceGroup":
      return interpreter.runStatements(node.body.commands, context);
    case "Subshell":
      return endedAlone(
        interpreter,
        runSubshell(interpreter, state, () => interpreter.runStatements(node.body.commands, inner)),
        context,
      );
    case "If":
      return runIf(interpreter, node, context);
    case "For":
      return runFor(interpreter, node, context);
    case "Select":
      return runSelect(interpreter, node, context);
    case "While":
      return runWhile(interpreter, node, context);
    case "ArithmeticFor":
      return runArithmeticFor(interpreter, node, context);
    case "Case":
      return runCase(interpreter, node, context);
    case "TestCommand":
      // Dash looks for a command `[[`, and finds none.
      return endedAlone(
        interpreter,
        isOn(state, "posix") ? 127 : evaluateTest(node.expression, context),
        context,
      );
    case "ArithmeticCommand":
      return endedAlone(interpreter, evaluateArithmetic(node, context), context);
    case "Function":
      state.functions.set(node.name.value, { node, script: context.script });
      return 0;
    case "Coproc":
      return startCoprocess(interpreter, node, context);
  }
}
