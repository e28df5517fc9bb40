import type { AndOr, Case, CompoundList, If } from "unbash";
import type { CommandResult, ExitStatus } from "./command-call.js";
import { NO_OUTPUT, SUCCESS } from "./command-call.js";
import { appendContent, unite, type Alternatives } from "./files.js";
import type { Interpreter, ScriptContext } from "./interpreter.js";
import { adoptState, forkState, mergeBranches, type ShellState } from "./state.js";

/** Something that runs in a context, such as one branch of an `if`. */
export type Branch = (context: ScriptContext) => CommandResult;

export const NOTHING: Branch = () => SUCCESS;

/** Runs the branch that `status` leads to; where that is not known, both, and what they leave is merged. */
export function choose(
  status: ExitStatus,
  context: ScriptContext,
  onSuccess: Branch,
  onFailure: Branch,
): CommandResult {
  if (status === "success") return onSuccess(context);
  if (status === "failure") return onFailure(context);
  const first = forkState(context.state);
  const second = forkState(context.state);
  const left = onSuccess({ script: context.script, state: first });
  const right = onFailure({ script: context.script, state: second });
  mergeBranches(context.state, first, second);
  return eitherResult(left, right);
}

/** Commands joined by `&&` and `||`. A command whose end is not known, other than a test, succeeds. */
export function runAndOr(
  interpreter: Interpreter,
  node: AndOr,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  let output: Alternatives = NO_OUTPUT;
  let status: ExitStatus = "success";
  for (const [index, command] of node.commands.entries()) {
    if (context.state.exited) break;
    const run: Branch = (branch) => interpreter.runNode(command, branch, input);
    const operator = index === 0 ? "&&" : node.operators[index - 1];
    // What is skipped leaves the status as it was.
    const skip: Branch = () => ({ output: NO_OUTPUT, status: operator === "&&" ? "failure" : "success" });
    const result: CommandResult =
      operator === "&&" ? choose(status, context, run, skip) : choose(status, context, skip, run);
    output = appendContent(output, result.output);
    status = result.status;
  }
  return { output, status };
}

export function runIf(
  interpreter: Interpreter,
  node: If,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const run =
    (list: CompoundList): Branch =>
    (branch) =>
      interpreter.runStatements(list.commands, branch, input);
  const ends: BranchEnd[] = [];
  let state = context.state;
  const end = (branch: Branch): void => {
    ends.push({ state, result: branch({ script: context.script, state }) });
  };
  // One after the other: a chain may be longer than the stack is deep.
  for (const { clause, then } of [{ clause: node.clause, then: node.then }, ...node.elif]) {
    const { status } = run(clause)({ script: context.script, state });
    if (status === "failure") continue;
    const otherwise = status === "unknown" ? forkState(state) : undefined;
    if (otherwise && ends.length === 0) state = forkState(state);
    end(run(then));
    if (!otherwise) return mergeEnds(context.state, ends);
    state = otherwise;
  }
  end(node.else ? run(node.else) : NOTHING);
  return mergeEnds(context.state, ends);
}

/** How one of several branches ended. */
interface BranchEnd {
  readonly state: ShellState;
  readonly result: CommandResult;
}

/** Gives `state` what one of the branches leaves, it is not known which. */
function mergeEnds(state: ShellState, ends: readonly BranchEnd[]): CommandResult {
  const [first = { state, result: SUCCESS }, ...others] = ends.toReversed();
  let merged = first;
  for (const other of others) {
    const both = forkState(other.state);
    mergeBranches(both, other.state, merged.state);
    merged = { state: both, result: eitherResult(other.result, merged.result) };
  }
  if (merged.state !== state) adoptState(state, merged.state);
  return merged.result;
}

function eitherResult(left: CommandResult, right: CommandResult): CommandResult {
  return {
    output: unite(left.output, right.output),
    status: left.status === right.status ? left.status : "unknown",
  };
}

/** Which item of a `case` matches is not worked out: each one may, or none. */
export function runCase(
  interpreter: Interpreter,
  node: Case,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const { script, state } = context;
  const ends = node.items.map((item): BranchEnd => {
    const own = forkState(state);
    return {
      state: own,
      result: interpreter.runStatements(item.body.commands, { script, state: own }, input),
    };
  });
  return mergeEnds(state, [...ends, { state: forkState(state), result: SUCCESS }]);
}
