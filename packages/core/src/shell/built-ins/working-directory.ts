import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { valueContent } from "../files/content.js";
import { isNowhere } from "../files/path.js";
import { printListing } from "./listings.js";
import { valueOfPath } from "../programs/files/printed-paths.js";
import { outputOf } from "../programs/output.js";
import { pathOf, textualPathOf } from "../programs/paths.js";
import { lookUp } from "../state/lookup.js";
import { assignVariable, exportVariable } from "../state/assignment.js";
import { isFolder } from "../state/presence.js";
import { directoryOf, isOn, noteUnknown, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { joinValues, textValue } from "../values/value.js";

/** Sets the current directory, `$PWD` and `$OLDPWD`. */
export function enterDirectory(state: ShellState, path: string): void {
  const before = lookUp(state, "PWD");
  assignVariable(
    state,
    "OLDPWD",
    before.kind === "set" ? before.value : valueOfPath(state, directoryOf(state)),
  );
  exportVariable(state, "OLDPWD");
  state.places.set("directory", path);
  assignVariable(state, "PWD", valueOfPath(state, path));
}

/** Changes to the directory that `word` names, as `cd` and `pushd` do; without a word, to the home directory. */
function changeTo(call: CommandCall, word: CallWord | undefined, isPhysical = false): Status {
  const { state } = call;
  let target: string;
  // `cd ""` changes nothing.
  if (word?.isKnown === true && word.value === "") return 0;
  if (word && word.isKnown && word.value === "-") {
    const before = lookUp(state, "OLDPWD");
    if (before.kind !== "set") return 1;
    target = pathOf(state, before.value);
  } else if (word) {
    target = isPhysical ? state.files.find(pathOf(state, word.text)).path : textualPathOf(state, word.text);
    // Bash looks for the folders that it removes from the path.
    if (!isOn(state, "posix") && isNowhere(pathOf(state, word.text))) return 1;
  } else {
    const home = lookUp(state, "HOME");
    target = home.kind === "set" ? pathOf(state, home.value) : "/home/runner";
  }
  const { node, path } = state.files.find(target);
  if (node.kind === "unknown" && word?.maySplit === true) {
    enterDirectory(state, noteUnknown(state, outputOf(call)));
    return outputOf(call);
  }
  if (!isFolder(state, { path, node })) return 1;
  enterDirectory(state, target);
  if (node.kind !== "unknown") return 0;
  state.files.makeDirectory(path);
  // gh-aw's own steps are not followed into failure: if the script continues, the directory exists.
  return state.reach === "workspace" ? outputOf(call) : 0;
}

/** `cd`. */
export function runChangeDirectory(call: CommandCall, shell: Shell): Status {
  const operands = call.words.slice(1).filter(({ value }) => !/^-[LPe@]+$|^--$/.test(value));
  const isPhysical = call.words.slice(1).some(({ value }) => /^-[Le@]*P/.test(value));
  if (operands.length > 1 && !isOn(call.state, "posix")) return 1;
  const status = changeTo(call, operands[0], isPhysical);
  if (operands[0]?.value === "-" && status === 0) printDirectory(call, shell);
  return status;
}

/** `pushd`. */
export function runPushDirectory(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const stack = state.places.get("directories") ?? "";
  const operand = call.words.slice(1).find(({ value }) => !value.startsWith("-") && !value.startsWith("+"));
  if (!operand) {
    const [top, ...others] = stack.split("\n");
    if (top === undefined || top === "") return 1;
    state.places.set("directories", [directoryOf(state), ...others].join("\n"));
    enterDirectory(state, top);
    printListing(call, shell);
    return 0;
  }
  const before = directoryOf(state);
  const status = changeTo(call, operand);
  if (status === 1) return 1;
  state.places.set("directories", [before, ...(stack === "" ? [] : [stack])].join("\n"));
  printListing(call, shell);
  return status;
}

/** `popd`. */
export function runPopDirectory(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const [top, ...others] = (state.places.get("directories") ?? "").split("\n");
  if (top === undefined || top === "") return 1;
  state.places.set("directories", others.join("\n"));
  enterDirectory(state, top);
  printListing(call, shell);
  return 0;
}

/** `pwd`. */
export function printDirectory(call: CommandCall, shell: Shell): Status {
  const { state } = call;
  const isReal = call.words.some(({ value }) => value === "-P");
  const path = isReal ? state.files.find(directoryOf(state)).path : directoryOf(state);
  const text = joinValues([valueOfPath(state, path), textValue("\n", call.origin)]);
  shell.print(call, valueContent(text, call.origin));
  return 0;
}
