import { assignVariable, exportVariable, textValue, UNSET, type ShellState } from "../shell/index.js";
import type { AwfCall } from "../awf/index.js";

/** Handed on without `--env-all` (AWF's configuration specification, 8.4). */
const ALWAYS_PASSED: ReadonlySet<string> = new Set([
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GITHUB_PERSONAL_ACCESS_TOKEN",
  "USER",
  "XDG_CONFIG_HOME",
  "GITHUB_SERVER_URL",
  "GITHUB_API_URL",
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "DOCKER_HOST",
  "TERM",
]);

/** Gives a state the variables of AWF's container: those of AWF's own environment that it hands on, and its own. */
export function enterContainer(state: ShellState, awf: AwfCall): void {
  for (const name of state.variables.keys()) {
    const variable = state.variables.get(name);
    const isPassed =
      variable?.isExported === true &&
      (awf.passesEnvironment || ALWAYS_PASSED.has(name)) &&
      !awf.excluded.has(name) &&
      name !== "HOME";
    if (!isPassed) state.variables.set(name, undefined);
  }
  for (const name of state.functions.keys()) state.functions.set(name, undefined);
  for (const name of state.options.keys()) state.options.set(name, undefined);
  const set = (name: string, value: string): void => {
    state.variables.set(name, UNSET);
    assignVariable(state, name, textValue(value, { start: 0, end: 0 }));
    exportVariable(state, name);
  };
  // `sudo` gives AWF another home, and AWF looks up the user's own.
  set("HOME", "/home/runner");
  for (const [name, value] of awf.variables) set(name, value);
}
