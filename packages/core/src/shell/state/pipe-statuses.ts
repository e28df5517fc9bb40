import { isOn, type ShellState } from "./shell-state.js";
import { type Status, valueOfStatus } from "./status.js";
import { UNSET, type Variable } from "./variables.js";

const known: Variable[] = [];

/** Sets `PIPESTATUS` to the statuses of the parts of a pipeline, or to that of a single command; Dash has no such array. */
export function recordStatuses(state: ShellState, statuses: readonly Status[]): void {
  if (!state.hasPipeStatuses || isOn(state, "posix")) return;
  const [only] = statuses;
  state.variables.set(
    "PIPESTATUS",
    statuses.length === 1 && typeof only === "number"
      ? (known[only] ??= arrayOf(statuses))
      : arrayOf(statuses),
  );
}

function arrayOf(statuses: readonly Status[]): Variable {
  return {
    ...UNSET,
    elements: new Map(statuses.map((status, index) => [String(index), valueOfStatus(status)])),
  };
}
