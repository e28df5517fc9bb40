import type { Pipeline } from "unbash";
import { placeOf, unknownAt, type Context } from "../context.js";
import { EMPTY } from "../files/content.js";
import { ControlFlow, statusIfItEnds, stop } from "../state/control-flow.js";
import { recordStatuses } from "../state/pipe-statuses.js";
import { isOn, type ShellState } from "../state/shell-state.js";
import { isSuccess, type Status } from "../state/status.js";
import type { Value } from "../values/value.js";
import { descriptorOf } from "./descriptors.js";
import { holdOpenedFiles } from "./pipeline-races.js";
import type { Interpreter } from "./interpreter.js";
import { runSubshell } from "./processes.js";

/** Commands joined by `|`: each reads the output of the one before. */
export function runPipeline(interpreter: Interpreter, node: Pipeline, context: Context): Status {
  const { state } = context;
  const [only] = node.commands;
  if (only && node.commands.length === 1) return interpreter.runCommand(only, context);
  const openedFiles = holdOpenedFiles(node.commands, node, context);
  const statuses: Status[] = [];
  let input: string | undefined;
  let isEndless = false;
  const last = node.commands.length - 1;
  /** What earlier parts changed: it is not known whether a later part, which runs at the same time, finds that. */
  const changed = new Set<string>();
  for (const [index, command] of node.commands.entries()) {
    const id = `pipe ${placeOf(command, context)}`;
    const piped = input;
    const trap = state.traps.get("EXIT");
    const opening = openedFiles.release(index);
    const isInShell = index === last && isOn(state, "lastpipe") && !isOn(state, "posix");
    const runOwn = (): Status => {
      if (piped !== undefined) state.descriptors.set("0", { kind: "input", id: piped });
      if (index < last) {
        state.buffers.set(id, EMPTY);
        state.descriptors.set("1", { kind: "buffer", id });
        if (node.operators[index] === "|&") state.descriptors.set("2", descriptorOf(state, 1));
      }
      const skipsErrorTrap =
        !isInShell && (command.type === "Command" || (command.type === "Subshell" && index < last));
      return runPart(interpreter, command, skipsErrorTrap ? { ...context, skipsErrorTrap } : context, trap);
    };
    const restore =
      changed.size === 0
        ? undefined
        : state.files.setAside(
            [...changed],
            unknownAt(node, context, "a pipeline that reads and writes a file"),
          );
    const mark = state.journal.mark();
    const own = statusIfItEnds(() =>
      isInShell
        ? withOwnInput(state, runOwn)
        : runSubshell(interpreter, state, runOwn, {
            keepsTrap: command.type === "Command",
            isOutlived: index < last && !isOn(state, "pipefail"),
          }),
    );
    if (index < last) for (const path of state.files.changedSince(mark)) changed.add(path);
    restore?.();
    isEndless ||= own === undefined;
    const isUnsure =
      own !== undefined &&
      (opening === "unknown" || (opening === "unknownIfFailed" && isSuccess(own) === false));
    statuses.push(
      isUnsure ? unknownAt(command, context, "a pipeline that reads and writes a file") : (own ?? 1),
    );
    if (piped !== undefined) state.inputs.set(piped, undefined);
    if (index < last) {
      state.inputs.set(id, state.buffers.get(id) ?? EMPTY);
      state.buffers.set(id, undefined);
      input = id;
    }
  }
  openedFiles.finish();
  if (isEndless) stop();
  recordStatuses(state, statuses);
  return pipelineStatus(statuses, isOn(state, "pipefail"));
}

/** Runs the last part of a pipeline in the shell itself, as `shopt -s lastpipe` does. */
function withOwnInput(state: ShellState, run: () => Status): Status {
  const before = state.descriptors.get("0");
  try {
    return run();
  } finally {
    state.descriptors.set("0", before);
  }
}

/** Bash runs the shell's `trap ... EXIT` in a part that is a single command whose expansion is an error; Dash does not. */
export function runPart(
  interpreter: Interpreter,
  command: Pipeline["commands"][number],
  context: Context,
  trap: Value | undefined,
): Status {
  const { state } = context;
  try {
    return interpreter.runCommand(command, context);
  } catch (error) {
    const isFailed = error instanceof ControlFlow && error.failedExpansion === command;
    if (isFailed && !isOn(state, "posix")) state.traps.set("EXIT", trap);
    throw error;
  }
}

/** The status of the last command or, with `pipefail`, of the last one that failed. */
function pipelineStatus(statuses: readonly Status[], pipefail: boolean): Status {
  if (pipefail) {
    for (const status of statuses.toReversed()) if (isSuccess(status) !== true) return status;
  }
  return statuses.at(-1) ?? 0;
}
