import type { Statement } from "unbash";
import { unknownAt, type Context } from "../context.js";
import { leavingOf, statusIfItEnds, stop } from "../state/control-flow.js";
import { noteOutlived } from "../state/errexit.js";
import { noteJob } from "../state/jobs.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import type { Unknown } from "../values/value.js";
import type { Interpreter } from "./interpreter.js";
import { isKeepAlive } from "./keep-alive.js";
import { runPart } from "./pipelines.js";
import { runSubshell } from "./processes.js";

/** Starts `command &`. */
export function startJob(
  interpreter: Interpreter,
  statement: Statement,
  context: Context,
  run: (context: Context) => Status,
): void {
  const { state } = context;
  const before = state.journal.mark();
  const unknown = unknownAt(statement, context, "a background job");
  const status = isKeepAlive(statement, context)
    ? undefined
    : statusIfItEnds(() => runInBackground(interpreter, statement, context, unknown, run));
  // When its writes happen is not known until the script waits for it.
  state.files.suspend(before, unknown);
  noteJob(state, unknown, status);
  state.statuses.set("", 0);
}

/** Runs `command &`, a process of its own; a pipeline has one for each part, and no status that is followed. */
function runInBackground(
  interpreter: Interpreter,
  { command }: Statement,
  context: Context,
  job: Unknown,
  run: (context: Context) => Status,
): Status {
  const { state } = context;
  const trap = state.traps.get("EXIT");
  if (command.type === "Pipeline" && command.commands.length > 1) {
    inSubshell(state, () => {
      noteOutlived(state);
      const leaving = leavingOf(() => run(context));
      if (leaving?.kind === "stop") stop();
    });
    return { ...job, id: `status ${job.id}` };
  }
  return runSubshell(
    interpreter,
    state,
    () =>
      command.type === "Command"
        ? runPart(interpreter, command, { ...context, skipsErrorTrap: true }, trap)
        : run(command.type === "Subshell" ? { ...context, skipsErrorTrap: true } : context),
    { keepsTrap: command.type === "Command", isOutlived: true },
  );
}
