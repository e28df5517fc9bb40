import type { Span } from "../../text/index.js";
import { pathOf } from "./paths.js";
import { lookUp } from "../state/lookup.js";
import { forgetAll, newUnknown, type ShellState } from "../state/shell-state.js";
import { knownText } from "../values/value.js";

const OF_LOGIN: readonly string[] = [".bash_profile", ".bash_login", ".profile"];

/**
 * Forgets the state of a Dash that starts if it reads a script of the job's own first: with `$ENV`, as an interactive
 * one.
 */
export function readStartupFileOfDash(state: ShellState, isInteractive: boolean, origin: Span): void {
  const held = lookUp(state, "ENV");
  if (!isInteractive || held.kind === "unset" || (held.kind === "set" && knownText(held.value) === ""))
    return;
  const what = "Dash's startup file `$ENV`";
  forgetAll(state, newUnknown(state, "startup $ENV", { label: "$ENV", what, origin }));
}

/**
 * Forgets the state of a Bash that starts if it reads a script of the job's own first: with `$BASH_ENV`, as a login
 * shell, or as an interactive one. What such a script does is not modelled.
 */
export function readStartupFiles(
  state: ShellState,
  { isLogin, isInteractive }: { readonly isLogin: boolean; readonly isInteractive: boolean },
  origin: Span,
): void {
  const home = lookUp(state, "HOME");
  const named = state.variables.get("BASH_ENV")?.value;
  const names = [...(isLogin ? OF_LOGIN : []), ...(isInteractive ? [".bashrc"] : [])];
  const folder = home.kind === "set" && names.length > 0 ? pathOf(state, home.value) : undefined;
  const recorded = folder === undefined ? [] : state.files.pathsBelow(folder);
  const written = names.map((name) => `${folder ?? ""}/${name}`).find((path) => recorded.includes(path));
  const script = named && knownText(named) !== "" ? "$BASH_ENV" : written;
  if (script === undefined) return;
  const what = `Bash's startup file \`${script.slice(script.lastIndexOf("/") + 1)}\``;
  forgetAll(state, newUnknown(state, `startup ${script}`, { label: script, what, origin }));
}
