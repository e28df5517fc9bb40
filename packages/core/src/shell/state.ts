import type { Function as FunctionNode } from "unbash";
import type { MappedText } from "../text/index.js";
import type { CallWord } from "./command-call.js";
import { mergeFiles, type Files } from "./files.js";
import { copyScope, mergeScope, type Scope } from "./scope.js";

/** The words with which a function or a script was called. */
export interface PositionalWords {
  readonly words: readonly CallWord[];
  /** The script that their offsets index. */
  readonly script: MappedText;
}

/** All that a script's commands change. */
export interface ShellState {
  readonly scope: Scope;
  readonly files: Files;
  readonly functions: Map<string, { readonly node: FunctionNode; readonly script: MappedText }>;
  directory: string;
  /** What `"$@"` stands for. */
  positional: PositionalWords | undefined;
  /** How many more commands may run, in this state and in all its copies. */
  readonly budget: { commands: number };
  /** `exit` was reached, or the script was replaced by `exec`: nothing after it runs. */
  exited: boolean;
}

/** Loops in loops and functions that call themselves run more commands than any script needs. */
const MAX_COMMANDS = 50_000;

export function createState(scope: Scope, files: Files): ShellState {
  return {
    scope,
    files,
    functions: new Map(),
    directory: "${GITHUB_WORKSPACE}",
    exited: false,
    budget: { commands: MAX_COMMANDS },
    positional: undefined,
  };
}

/** Sets `$1`, `$2` and `"$@"`. Changes `state`. */
export function setPositional(state: ShellState, positional: PositionalWords | undefined): void {
  const before = state.positional?.words.length ?? 0;
  for (let index = 1; index <= before; index++) state.scope.variables.delete(String(index));
  for (const [index, { value }] of (positional?.words ?? []).entries())
    state.scope.variables.set(String(index + 1), value);
  state.positional = positional;
}

/** A copy whose changes do not show in the original: a subshell, or one of two branches. */
export function forkState(state: ShellState): ShellState {
  return {
    scope: copyScope(state.scope),
    files: new Map(state.files),
    functions: new Map(state.functions),
    positional: state.positional,
    budget: state.budget,
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
