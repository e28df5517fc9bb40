import type { CommandCall } from "../command-call.js";
import { stop } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import type { ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { outputOf } from "./output.js";
import { taintAll } from "./taint.js";

/** Key of `places`: the seconds that are left until `timeout` ends the process. */
const SECONDS_LEFT = "seconds left";

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["s", 1],
  ["m", 60],
  ["h", 3600],
  ["d", 86_400],
]);

/**
 * Limits the time of a process that `timeout` starts, of which only `sleep` takes any. Returns whether this limit is what
 * ends a process that takes too long: not if it is none, or if one around it comes first.
 */
export function limitTime(state: ShellState, duration: string): boolean {
  const seconds = secondsOf(duration);
  if (seconds === undefined) return true;
  if (seconds === 0 || seconds >= secondsLeft(state)) return false;
  state.places.set(SECONDS_LEFT, String(seconds));
  return true;
}

/** `sleep`, at which `timeout` may end the process. What a trap of the process then does is not followed. */
export function runSleep(call: CommandCall): Status {
  const { state, words } = call;
  const left = secondsLeft(state);
  if (left === Infinity) return 0;
  let seconds = 0;
  for (const { value, isKnown } of words.slice(1)) seconds += isKnown ? (secondsOf(value) ?? 0) : 0;
  if (seconds >= left) {
    const unknown = outputOf(call);
    const hasTrap = state.traps.keys().some((name) => state.traps.get(name));
    if (hasTrap) taintAll(call, unknown);
    if (!hasTrap || ask(state, `ends ${unknown.id}`, true, unknown)) stop();
    return unknown;
  }
  state.places.set(SECONDS_LEFT, String(left - seconds));
  return 0;
}

function secondsLeft(state: ShellState): number {
  return Number(state.places.get(SECONDS_LEFT) ?? Infinity);
}

function secondsOf(duration: string): number | undefined {
  if (/^inf(?:inity)?$/i.test(duration)) return Infinity;
  const [, count, unit = ""] = /^(\d+(?:\.\d*)?|\.\d+)([smhd]?)$/.exec(duration) ?? [];
  const factor = UNITS.get(unit);
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}
