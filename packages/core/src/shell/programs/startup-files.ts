import type { Span } from "../../text/index.js";
import { pathOf } from "./paths.js";
import { lookUp } from "../state/lookup.js";
import { forgetAll, type ShellState } from "../state/shell-state.js";
import { knownText } from "../values/value.js";

const OF_LOGIN: readonly string[] = [".bash_profile", ".bash_login", ".profile"];

/**
 * Forgets the state of a Bash that starts if it reads a script of the job's own first: with `$BASH_ENV`, or as a login
 * shell. What such a script does is not modelled.
 */
export function readStartupFiles(state: ShellState, isLogin: boolean, origin: Span): void {
  const home = lookUp(state, "HOME");
  const named = state.variables.get("BASH_ENV")?.value;
  const files =
    isLogin && home.kind === "set" ? OF_LOGIN.map((name) => `${pathOf(state, home.value)}/${name}`) : [];
  const written = files.find((path) => state.files.find(path).node.kind === "file");
  const script = named && knownText(named) !== "" ? "$BASH_ENV" : written;
  if (script === undefined) return;
  const what = `the start of Bash with \`${script.slice(script.lastIndexOf("/") + 1)}\``;
  forgetAll(state, { id: `startup ${script}`, label: script, what, origin });
}
