import { scalar } from "./variables.js";
import { unknownValue, soleUnknown, type Unknown, type Value } from "../values/value.js";
import type { ShellState } from "./shell-state.js";
import type { Status } from "./status.js";

/*
 * A background job is known by the unknown process id that `$!` is after its start. `wait` with that id returns the job's
 * status.
 */

/** Records a job that started in the background, and the status that it ends with. */
export function noteJob(state: ShellState, process: Unknown, status: Status): void {
  state.variables.set("!", scalar(unknownValue({ ...process, label: "$!", integer: "never empty" }), false));
  state.statuses.set(keyOf(process), status);
}

/** The status of the job whose process id a value is; `undefined` if it is none. */
export function statusOfJob(state: ShellState, process: Value): Status | undefined {
  const unknown = soleUnknown(process);
  return unknown && state.statuses.get(keyOf(unknown));
}

/** Makes the status of a job unknown, whose process gets a signal. */
export function signalJob(state: ShellState, process: Value, status: Unknown): void {
  const unknown = soleUnknown(process);
  if (unknown && state.statuses.get(keyOf(unknown)) !== undefined) state.statuses.set(keyOf(unknown), status);
}

function keyOf({ id }: Unknown): string {
  return `job ${id}`;
}
