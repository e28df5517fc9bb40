import type { Function as FunctionNode } from "unbash";
import type { MappedText, Span } from "../../text/index.js";
import type { FileTree } from "../files/file-tree.js";
import type { Content } from "../files/content.js";
import type { FileNode } from "../files/node.js";
import type { CallWord } from "../command-call.js";
import type { Unknown, Value } from "../values/value.js";
import type { Attribute } from "./attributes.js";
import type { Budget } from "./budget.js";
import type { Exploration } from "./exploration.js";
import type { Journal } from "./journal.js";
import type { JournaledMap } from "./journaled-map.js";
import type { Status } from "./status.js";
import { type Variable, VARIABLES } from "./variables.js";

/** A function of a script. */
export interface FunctionDefinition {
  readonly node: FunctionNode;
  /** The script that the node's offsets index. */
  readonly script: MappedText;
}

/** The target of a file descriptor. */
export type Descriptor =
  | { readonly kind: "file"; readonly path: string; readonly isAppending: boolean; readonly id: string }
  /** Reads the rest of `inputs` at `id`; `path` is that of the file, if it is one. */
  | { readonly kind: "input"; readonly id: string; readonly path?: string }
  /** Appends to `buffers` at `id`. */
  | { readonly kind: "buffer"; readonly id: string }
  /** `/dev/null`, or closed. */
  | { readonly kind: "nothing" }
  | { readonly kind: "terminal" };

/** The positional parameters of a function or a script. */
export interface Positional {
  readonly words: readonly CallWord[];
  /** The script that their offsets index. */
  readonly script: MappedText;
}

/** A variable outside of a function that has a local one of the same name. */
export interface OuterVariable {
  readonly variable: Variable | undefined;
  readonly attributes: readonly Attribute[];
}

/** Everything that a script's commands can change. */
export interface ShellState {
  readonly journal: Journal;
  readonly ways: Exploration;

  // A subshell has its own copy of these.
  readonly variables: JournaledMap<Variable>;
  readonly functions: JournaledMap<FunctionDefinition>;
  /** The variables before a function declared them `local`, by function and name. */
  readonly locals: JournaledMap<OuterVariable>;
  /** By name: `errexit`, `nounset`, `pipefail`, `noclobber`, `nullglob` and so on. */
  readonly options: JournaledMap<boolean>;
  /** By number. */
  readonly descriptors: JournaledMap<Descriptor>;
  /**
   * Where the shell is. `directory`: the current one; `directories`: the stack of `pushd`, one per line; `function` and
   * `loops`: what is around the command. Other keys are constants of the files that use them.
   */
  readonly places: JournaledMap<string>;
  /** The actions of `trap`, by signal. */
  readonly traps: JournaledMap<Value>;
  readonly positional: JournaledMap<Positional>;
  readonly statuses: JournaledMap<Status>;
  /** What may have set variables of unknown names, by the text that the names start with. */
  readonly setters: JournaledMap<Unknown>;

  // All processes share these.
  readonly files: FileTree;
  readonly buffers: JournaledMap<Content>;
  readonly inputs: JournaledMap<Content>;
  /** The file after the last write through a descriptor, by the descriptor's id. */
  readonly openFiles: JournaledMap<FileNode>;
  /** What programs record about a job, such as the version of an installed program. */
  readonly notes: JournaledMap<string>;
  /** Knowledge about unknown values: the text that one equals, or the answer to a question. */
  readonly facts: JournaledMap<string>;
  readonly counters: JournaledMap<number>;

  /** Every unknown that is part of a path. */
  readonly unknowns: Map<string, Unknown>;
  /** The value of a variable that nothing is known to have set; `undefined` if it is unset. */
  readonly unnamed: (name: string) => Unknown | undefined;
  /** Where a program that is not modelled may write. */
  readonly reach: "everything" | "workspace";
  /**
   * Whether a command whose failure would end the script is followed on both ways if it may fail; otherwise it is
   * assumed to succeed.
   */
  readonly followsFailures: boolean;
  /** Whether a script may read `PIPESTATUS`; otherwise, it stays unknown. */
  readonly hasPipeStatuses: boolean;
  readonly budget: Budget;
  /** The nesting of scripts and functions. */
  depth: number;
  /** The calls of functions and the rounds of loops around the current command, as text. */
  calls: string;
}

/** Records an unknown value, and returns it as a part of a path. */
export function noteUnknown(state: ShellState, unknown: Unknown): string {
  // An id that is composed of others contains their NULs.
  const id = unknown.id.replaceAll("\0", "\u0002");
  state.unknowns.set(id, id === unknown.id ? unknown : { ...unknown, id });
  return `\0${id}\0`;
}

/** A new unknown value; each call with the same place gives a different one. */
export function newUnknown(
  state: ShellState,
  place: string,
  unknown: {
    readonly label: string;
    readonly what: string;
    readonly origin: Span;
    readonly distinct?: boolean;
  },
): Unknown {
  const count = (state.counters.get(place) ?? 0) + 1;
  state.counters.set(place, count);
  return { id: `${place} ${String(count)}`, ...unknown };
}

/** Makes everything unknown that a script can change. */
export function forgetAll(state: ShellState, unknown: Unknown): void {
  state.files.taintAll(unknown);
  state.setters.set("", unknown);
  for (const name of state.variables.keys()) {
    const variable = state.variables.get(name);
    state.variables.set(name, VARIABLES.join([variable, undefined], name, `${unknown.id} ${name}`));
  }
  // Once a step may have set any variable, no later one changes that.
  for (const key of state.notes.keys()) if (key !== "environment") state.notes.set(key, "\u0001");
}

/** Runs `run` in a subshell: changes of files stay, all others are undone. */
export function inSubshell<Result>(state: ShellState, run: () => Result): Result {
  const mark = state.journal.mark();
  const { depth } = state;
  try {
    return run();
  } finally {
    state.depth = depth;
    const own = ownMaps(state);
    state.journal.restore(mark, (map) => own.has(map));
  }
}

/** Runs `run` as a call of a function or as a round of a loop; `place` names it. */
export function inCall<Result>(state: ShellState, place: string, run: () => Result): Result {
  const { calls } = state;
  state.calls = `${calls} ${place}`;
  try {
    return run();
  } finally {
    state.calls = calls;
  }
}

/** The current directory. */
export function directoryOf(state: ShellState): string {
  return state.places.get("directory") ?? "/";
}

/** How many loops `break` can end: those around the command in the same function. */
export function loopsAround(state: ShellState): number {
  return Number(state.places.get("loops") ?? "0");
}

/** Whether an option of the shell is on. */
export function isOn(state: ShellState, option: string): boolean {
  return state.options.get(option) === true;
}

const knownOwnMaps = new WeakMap<ShellState, ReadonlySet<object>>();

/** The maps that a subshell has its own copy of. */
function ownMaps(state: ShellState): ReadonlySet<object> {
  const known = knownOwnMaps.get(state);
  if (known) return known;
  const own = new Set<object>(
    [
      state.variables,
      state.functions,
      state.locals,
      state.options,
      state.descriptors,
      state.places,
      state.traps,
      state.positional,
      state.statuses,
      state.setters,
    ].map(({ tracked }) => tracked),
  );
  knownOwnMaps.set(state, own);
  return own;
}
