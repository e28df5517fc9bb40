import type { CallWord, CommandCall } from "../command-call.js";
import { isNowhere } from "../files/path.js";
import { lookUp } from "../state/lookup.js";
import { directoryOf, type ShellState } from "../state/shell-state.js";
import { knownText, type Unknown } from "../values/value.js";
import { pathOf, textualPathOf } from "./paths.js";

/** Makes everything unknown that a program may write which can write anywhere. */
export function taintAll({ state }: CommandCall, unknown: Unknown): void {
  if (state.reach === "workspace") taintWorkspace(state, unknown);
  else state.files.taintAll(unknown);
  state.notes.set("tainted", unknown.what);
}

function taintWorkspace(state: ShellState, unknown: Unknown): void {
  for (const name of ["GITHUB_WORKSPACE", "PWD"]) {
    const held = lookUp(state, name);
    if (held.kind === "set") state.files.taint(state.files.find(pathOf(state, held.value)).path, unknown);
  }
}

/** Makes everything at and below the given paths unknown. */
export function taintPaths({ state }: CommandCall, paths: readonly CallWord[], unknown: Unknown): void {
  for (const { text } of paths) {
    const path = pathOf(state, text);
    // The program may create the folders.
    const written = isNowhere(path) ? textualPathOf(state, text) : path;
    state.files.taint(state.files.find(written).path, unknown);
  }
}

/**
 * The same for a program that knows no other file names than its own, such as `tar`: GitHub's command files, which have
 * random names in `$RUNNER_TEMP`, are not among its files.
 */
export function taintNamedFiles(call: CommandCall, paths: readonly CallWord[], unknown: Unknown): void {
  const { files, variables } = call.state;
  const commandFiles = COMMAND_FILES.flatMap((name) => {
    const value = variables.get(name)?.value;
    const path = value && knownText(value);
    const node = path === undefined ? undefined : files.find(path).node;
    return path !== undefined && node?.kind === "file" ? [{ path, node }] : [];
  });
  taintPaths(call, paths, unknown);
  const named = paths.map(({ value }) => value);
  for (const { path, node } of commandFiles) if (!named.includes(path)) files.put(path, node);
}

/** The variables that hold the paths of GitHub's command files. */
const COMMAND_FILES: readonly string[] = ["GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH"];

/** Makes everything in the current folder unknown. */
export function taintDirectory({ state }: CommandCall, unknown: Unknown): void {
  state.files.taint(directoryOf(state), unknown);
}

/** Whether a path is that of one of gh-aw's own scripts, which write no files that matter here. */
export function isGhAwScript(path: string): boolean {
  return /(?:^|\/)gh-aw\/(?:actions|safeoutputs|safe-jobs|mcp-scripts|safe-inputs|bin|threat-detection)\//.test(
    path,
  );
}
