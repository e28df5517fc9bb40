import { restoreOptions } from "../built-ins/shell-options.js";
import type { CommandCall } from "../command-call.js";
import { placeOf, type Context } from "../context.js";
import { replaceAttributes } from "../state/attributes.js";
import { ControlFlow, leavingOf } from "../state/control-flow.js";
import { hideTraps } from "../state/running-trap.js";
import { inCall, type FunctionDefinition } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { unfollowedCall } from "./given-up.js";
import type { Interpreter } from "./interpreter.js";
import { endingOfPart, isUndone, willRunExitTrap } from "./processes.js";

/** Runs a function with the words of a call, and restores its `local` variables and options afterwards. */
export function runFunction(
  interpreter: Interpreter,
  { node, script }: FunctionDefinition,
  call: CommandCall,
): Status {
  const { state } = call;
  // A script that is followed roughly is followed to find what it starts: once for each function.
  if (state.budget.isRough) {
    const key = `rough ${placeOf(node, { script })}`;
    if (state.counters.get(key) !== undefined) return unfollowedCall(state);
    state.counters.set(key, 1);
  }
  const outer = state.positional.get("");
  const context: Context = {
    script,
    state,
    isTested: call.isTested,
    substitutions: interpreter.substitutions,
  };
  const scope = `${String(state.depth)} `;
  const outerScope = state.places.get("function");
  state.places.set("function", scope);
  const outerLoops = state.places.get("loops");
  state.places.set("loops", undefined);
  state.positional.set("", { words: call.words.slice(1), script: call.script });
  const showTraps = hideTraps(state);
  const { body } = node;
  let status: Status = 0;
  let leaving = leavingOf(() => {
    status = inCall(state, placeOf(call.command, call), () =>
      body.type === "CompoundList"
        ? interpreter.runStatements(body.commands, context)
        : interpreter.runNode(body, context),
    );
  });
  const ownLocals = state.locals.keys().filter((key) => key.startsWith(scope));
  if (leaving && (ownLocals.length > 0 || call.words.length > 1 || (outer?.words.length ?? 0) > 0))
    leaving = endingOfPart(interpreter, node, context, leaving);
  const keepsWords = leaving && willRunExitTrap(state, leaving) && !isUndone(node, context);
  if (keepsWords !== true) state.positional.set("", outer);
  showTraps();
  state.places.set("function", outerScope);
  state.places.set("loops", outerLoops);
  restoreOptions(state, scope);
  for (const key of ownLocals) {
    const before = state.locals.get(key);
    if (!before) continue;
    const name = key.slice(scope.length);
    state.variables.set(name, before.variable);
    replaceAttributes(state, name, before.attributes);
    state.locals.set(key, undefined);
  }
  if (leaving && leaving.kind !== "return") throw new ControlFlow(leaving);
  if (leaving) {
    state.statuses.set("", leaving.status);
    return leaving.status;
  }
  return status;
}
