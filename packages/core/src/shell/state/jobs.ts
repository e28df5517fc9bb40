import { scalar } from "./variables.js";
import { unknownValue, soleUnknown, type Unknown, type Value } from "../values/value.js";
import type { ShellState } from "./shell-state.js";
import type { Status } from "./status.js";

/*
 * A background job is known by the unknown process id that `$!` is after its start. `wait` with that id returns the job's
 * status.
 */

/** Records a job that started in the background, and the status that it ends with, or `undefined` if it never ends. */
export function noteJob(state: ShellState, process: Unknown, status: Status | undefined): void {
  state.variables.set("!", scalar(unknownValue({ ...process, label: "$!", integer: "never empty" }), false));
  if (status === undefined) state.places.set(endlessKeyOf(process), "yes");
  else state.statuses.set(keyOf(process), status);
}

/** Records a coprocess. It may wait for input that it never gets. */
export function noteCoprocess(state: ShellState): void {
  state.places.set(COPROCESS, "yes");
}

/** Whether the shell has started a coprocess. */
export function hasCoprocess(state: ShellState): boolean {
  return state.places.get(COPROCESS) !== undefined;
}

/** Whether a job never ends: any job, or the one whose process id a value is. */
export function hasEndlessJob(state: ShellState, process?: Value): boolean {
  if (!process) return state.places.keys().some((key) => key.startsWith(ENDLESS));
  const unknown = soleUnknown(process);
  return unknown !== undefined && state.places.get(endlessKeyOf(unknown)) !== undefined;
}

/** The status of the job whose process id a value is; `undefined` if it is none. */
export function statusOfJob(state: ShellState, process: Value): Status | undefined {
  const unknown = soleUnknown(process);
  return unknown && state.statuses.get(keyOf(unknown));
}

/** Makes the status of a job unknown, whose process gets a signal. */
export function signalJob(state: ShellState, process: Value, status: Unknown): void {
  const unknown = soleUnknown(process);
  const isJob = hasEndlessJob(state, process) || statusOfJob(state, process) !== undefined;
  if (!unknown || !isJob) return;
  state.places.set(endlessKeyOf(unknown), undefined);
  state.statuses.set(keyOf(unknown), status);
}

/** Start of keys of `places`. */
const ENDLESS = "endless job ";

/** Key of `places`. */
const COPROCESS = "coprocess";

function endlessKeyOf({ id }: Unknown): string {
  return `${ENDLESS}${id}`;
}

function keyOf({ id }: Unknown): string {
  return `job ${id}`;
}
