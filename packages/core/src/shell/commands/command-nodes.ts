import type { Command, CommandNode, Pipeline, Statement } from "unbash";
import type { Context } from "../context.js";
import { spend } from "../state/budget.js";
import { isOn } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { startJob } from "./background-jobs.js";
import { runAndOr, runCase, runIf } from "./branches.js";
import { not } from "./comparisons.js";
import { evaluateArithmetic, evaluateTest } from "./conditions.js";
import { startCoprocess } from "./coprocess.js";
import { ended, endedAlone } from "./ended-command.js";
import type { Interpreter } from "./interpreter.js";
import { runArithmeticFor, runFor, runSelect, runWhile } from "./loops.js";
import { runPipeline } from "./pipelines.js";
import { runPartOfProcess, runSubshell } from "./processes.js";
import { failedRedirection, withRedirections } from "./redirections.js";
import { runSimpleCommand } from "./simple-command.js";
import { runDebugTrap } from "./traps.js";

/** Runs a statement, in the background or not, and sets `$?`. */
export function runStatement(interpreter: Interpreter, statement: Statement, context: Context): void {
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

/** Runs a pipeline with its `!` and `time`. */
export function runPrefixed(interpreter: Interpreter, node: Pipeline, context: Context): Status {
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

/** Runs a simple or compound command. */
export function runCommandNode(interpreter: Interpreter, node: CommandNode, context: Context): Status {
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
        ) ??
        (node.command.type === "Subshell" ? endedAlone : ended)(
          interpreter,
          failedRedirection(state),
          context,
        )
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
