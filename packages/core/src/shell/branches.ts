import type { AndOr, Case, CompoundList, If } from "unbash";
import type { CommandResult, ExitStatus } from "./command-call.js";
import { NO_OUTPUT, SUCCESS } from "./command-call.js";
import { appendContent, readFile, sameAlternatives, unite, type Alternatives } from "./files.js";
import type { Interpreter, ScriptContext } from "./interpreter.js";
import { originOf } from "./redirections.js";
import { mergeScope } from "./scope.js";
import { forkState, mergeBranches, type ShellState } from "./state.js";

/** Something that runs in a context, such as one branch of an `if`. */
type Branch = (context: ScriptContext) => CommandResult;

const NOTHING: Branch = () => SUCCESS;

/** Runs the branch that `status` leads to; where that is not known, both, and what they leave is merged. */
function choose(
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
  return {
    output: unite(left.output, right.output),
    status: left.status === right.status ? left.status : "unknown",
  };
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
  const clauses = [{ clause: node.clause, then: node.then }, ...node.elif];
  const runFrom =
    (index: number): Branch =>
    (branch) => {
      const current = clauses[index];
      if (!current) return node.else ? run(node.else)(branch) : SUCCESS;
      const { status } = run(current.clause)(branch);
      return choose(status, branch, run(current.then), runFrom(index + 1));
    };
  return runFrom(0)(context);
}

/** The body of a loop, which may run not at all, once or more often. */
export function runLoop(
  interpreter: Interpreter,
  body: CompoundList,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const run: Branch = (branch) => interpreter.runStatements(body.commands, branch, input);
  const repeated: Branch = (branch) => {
    const once = run(branch);
    const again = forkState(branch.state);
    run({ script: branch.script, state: again });
    forgetDifferences(branch.state, again);
    return {
      output: once.output === NO_OUTPUT ? NO_OUTPUT : unknownOutput(body, context),
      status: "unknown",
    };
  };
  return choose("unknown", context, repeated, NOTHING);
}

/** What a second round changes depends on how many there are. Changes `state`. */
function forgetDifferences(state: ShellState, again: ShellState): void {
  mergeScope(state.scope, again.scope);
  for (const [path, alternatives] of again.files) {
    if (!sameAlternatives(readFile(state.files, path), alternatives)) {
      const origin = alternatives.flatMap((content) => content ?? [])[0]?.origin ?? { start: 0, end: 0 };
      state.files.set(path, [[{ kind: "unknown", program: "a loop", origin }]]);
    }
  }
}

function unknownOutput(body: CompoundList, context: ScriptContext): Alternatives {
  return [[{ kind: "unknown", program: "a loop", origin: originOf(body, context) }]];
}

/** Which item of a `case` matches is not worked out: each one may, or none. */
export function runCase(
  interpreter: Interpreter,
  node: Case,
  context: ScriptContext,
  input: Alternatives | undefined,
): CommandResult {
  const runFrom =
    (index: number): Branch =>
    (branch) => {
      const item = node.items[index];
      if (!item) return SUCCESS;
      return choose(
        "unknown",
        branch,
        (own) => interpreter.runStatements(item.body.commands, own, input),
        runFrom(index + 1),
      );
    };
  return runFrom(0)(context);
}
