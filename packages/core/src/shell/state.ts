import type { Function as FunctionNode } from "unbash";
import type { MappedText } from "../text/index.js";
import { mergeFiles, type Files } from "./files.js";
import { copyScope, mergeScope, type Scope } from "./scope.js";

/** All that a script's commands change. */
export interface ShellState {
  readonly scope: Scope;
  readonly files: Files;
  readonly functions: Map<string, { readonly node: FunctionNode; readonly script: MappedText }>;
  directory: string;
  /** `exit` was reached, or the script was replaced by `exec`: nothing after it runs. */
  exited: boolean;
}

export function createState(scope: Scope, files: Files): ShellState {
  return { scope, files, functions: new Map(), directory: "${GITHUB_WORKSPACE}", exited: false };
}

/** A copy whose changes do not show in the original: a subshell, or one of two branches. */
export function forkState(state: ShellState): ShellState {
  return {
    scope: copyScope(state.scope),
    files: new Map(state.files),
    functions: new Map(state.functions),
    directory: state.directory,
    exited: state.exited,
  };
}

/** After a subshell: files stay, variables do not. Changes `state`. */
export function leaveSubshell(state: ShellState, subshell: ShellState): void {
  replaceEntries(state.files, subshell.files);
}

/** Takes over what `branch` left. Changes `state`. */
export function adoptState(state: ShellState, branch: ShellState): void {
  replaceEntries(state.scope.variables, branch.scope.variables);
  replaceEntries(state.scope.arrays, branch.scope.arrays);
  replaceEntries(state.files, branch.files);
  replaceEntries(state.functions, branch.functions);
  state.directory = branch.directory;
  state.exited = branch.exited;
}

/** After one of two branches ran; one that ended the script leaves nothing behind. Changes `state`. */
export function mergeBranches(state: ShellState, first: ShellState, second: ShellState): void {
  if (first.exited !== second.exited) {
    adoptState(state, first.exited ? second : first);
    return;
  }
  adoptState(state, first);
  mergeScope(state.scope, second.scope);
  mergeFiles(state.files, second.files);
  for (const [name, definition] of second.functions) state.functions.set(name, definition);
}

function replaceEntries<Value>(map: Map<string, Value>, other: ReadonlyMap<string, Value>): void {
  map.clear();
  for (const [key, value] of other) map.set(key, value);
}
