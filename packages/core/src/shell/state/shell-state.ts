import type { Function as FunctionNode } from "unbash";
import type { MappedText, Span } from "../../text/index.js";
import { createFileTree, type FileTree } from "../files/file-tree.js";
import { contentSignature, type Content } from "../files/content.js";
import { nodeSignature, type FileNode } from "../files/node.js";
import type { CallWord } from "../command-call.js";
import { boundedId } from "../values/bounded-names.js";
import { signatureOf, type Unknown, type Value } from "../values/value.js";
import { type Budget, createBudget } from "./budget.js";
import { createExploration, type Exploration } from "./exploration.js";
import { ask, isDerivedFact } from "./facts.js";
import { createJournal, type Journal, type JournaledMap, type MapKind } from "./journal.js";
import { createMapOfSeveral } from "./one-of-several.js";
import { statusSignature, type Status } from "./status.js";
import { VARIABLES, type Variable } from "./variables.js";

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

/** Everything that a script's commands can change. */
export interface ShellState {
  readonly journal: Journal;
  readonly ways: Exploration;

  // A subshell has its own copy of these.
  readonly variables: JournaledMap<Variable>;
  readonly functions: JournaledMap<FunctionDefinition>;
  /** The variables before a function declared them `local`, by function and name. */
  readonly locals: JournaledMap<{ readonly variable: Variable | undefined }>;
  /** By name: `errexit`, `nounset`, `pipefail`, `noclobber`, `nullglob` and so on. */
  readonly options: JournaledMap<boolean>;
  /** By number. */
  readonly descriptors: JournaledMap<Descriptor>;
  /** `directory`: the current one. `directories`: the stack of `pushd`, one per line. */
  readonly places: JournaledMap<string>;
  /** The actions of `trap`, by signal. */
  readonly traps: JournaledMap<Value>;
  readonly positional: JournaledMap<Positional>;
  readonly statuses: JournaledMap<Status>;

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
  /** The value of a variable that neither the scripts nor the file set; `undefined` if it is unset. */
  readonly unnamed: (name: string) => Unknown | undefined;
  /** Where a program that is not modelled may write. */
  readonly reach: "everything" | "workspace";
  /**
   * Whether a command whose failure would end the script is followed on both ways if it may fail; otherwise it is
   * assumed to succeed.
   */
  readonly followsFailures: boolean;
  readonly budget: Budget;
  /** The nesting of scripts and functions. */
  depth: number;
  /** The calls of functions and the rounds of loops around the current command, as text. */
  calls: string;
}

/** The environment that a script starts in. */
export interface StateOptions {
  /** Stands for the content of folders that no script created. */
  readonly rest: Unknown;
  readonly unnamed?: (name: string) => Unknown | undefined;
  readonly directory?: string;
  readonly reach?: ShellState["reach"];
  readonly followsFailures?: boolean;
}

/** Creates a state without variables; `directory` is the current directory. */
export function createState({
  rest,
  unnamed = () => undefined,
  directory = "/",
  reach = "everything",
  followsFailures = false,
}: StateOptions): ShellState {
  const journal = createJournal();
  const unknowns = new Map<string, Unknown>();
  const files = createFileTree(journal, (id) => unknowns.get(id)?.distinct === true, rest);
  const forget = (about: Unknown | undefined): void => {
    const origin = about?.origin ?? { start: 0, end: 0 };
    forgetAll(state, newUnknown(state, "conditions", { label: "", what: "a chain of conditions", origin }));
  };
  const oneOfSeveral = <Value extends object | boolean>(
    signature: (value: Value) => string,
  ): JournaledMap<Value> =>
    createMapOfSeveral(journal, {
      signature,
      ask: (question) => ask(state, question, true, conditions(question)),
    });
  const state: ShellState = {
    journal,
    ways: createExploration(journal, { forget }),
    variables: journal.createMap(VARIABLES),
    functions: oneOfSeveral<FunctionDefinition>(({ node, script }) => script.text.slice(node.pos, node.end)),
    locals: oneOfSeveral<{ readonly variable: Variable | undefined }>(({ variable }) =>
      variable ? VARIABLES.signature(variable) : "",
    ),
    options: oneOfSeveral<boolean>(String),
    descriptors: oneOfSeveral<Descriptor>((one) => JSON.stringify(one)),
    places: journal.createMap<string>({
      signature: (place) => place,
      join: (_places, _key, id) => noteUnknown(state, conditions(id)),
    }),
    traps: oneOfSeveral<Value>(signatureOf),
    positional: oneOfSeveral<Positional>(({ words }) =>
      words.map(({ text }) => signatureOf(text)).join("\0 "),
    ),
    statuses: journal.createMap<Status>({
      signature: statusSignature,
      join: (_statuses, _key, id) => conditions(id),
      absorb(one, other, id) {
        if (one === undefined || other === undefined) return undefined;
        const unknown = typeof one === "number" ? other : one;
        return typeof unknown === "number" ? undefined : { ...unknown, id };
      },
    }),
    files,
    buffers: journal.createMap<Content>(CONTENTS),
    inputs: journal.createMap<Content>(CONTENTS),
    openFiles: journal.createMap<FileNode>({ signature: nodeSignature, join: () => undefined }),
    notes: journal.createMap<string>({
      signature: (note) => note,
      join: (notes) =>
        [...new Set(notes.flatMap((note) => note?.split("\0") ?? ["\u0001"]))].sort().join("\0"),
    }),
    facts: journal.createMap<string>({
      signature: (fact) => fact,
      join: (_, key) => (key === CONDITIONS ? "yes" : undefined),
      isKnowledge: true,
      disagreement: { key: CONDITIONS, isDerived: isDerivedFact },
    }),
    counters: journal.createMap<number>({
      signature: String,
      join: (numbers) => Math.max(...numbers.map((number) => number ?? 0)),
      isKnowledge: true,
    }),
    unknowns,
    unnamed,
    reach,
    followsFailures,
    budget: createBudget(),
    depth: 0,
    calls: "",
  };
  state.places.set("directory", directory);
  return state;
}

/** The fact that a way depends on unknown conditions that were not recorded. */
const CONDITIONS = "conditions";

const CONTENTS: MapKind<Content> = {
  signature: contentSignature,
  join: (contents, _key, id) => [
    {
      kind: "unknown",
      what: "a chain of conditions",
      origin: contents.flatMap((content) => content ?? [])[0]?.origin ?? { start: 0, end: 0 },
      unknown: conditions(id),
    },
  ],
};

function conditions(id: string): Unknown {
  return {
    id: boundedId(`conditions ${id}`),
    label: "$?",
    what: "a chain of conditions",
    origin: { start: 0, end: 0 },
  };
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
    ].map(({ tracked }) => tracked),
  );
  knownOwnMaps.set(state, own);
  return own;
}
