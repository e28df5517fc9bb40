import { createFileTree } from "../files/file-tree.js";
import { type Content, contentSignature } from "../files/content.js";
import { type FileNode, nodeSignature } from "../files/node.js";
import { boundedId } from "../values/bounded-names.js";
import { signatureOf, type Unknown, type Value } from "../values/value.js";
import { createBudget } from "./budget.js";
import { createExploration } from "./exploration.js";
import { ask, isDerivedFact } from "./facts.js";
import { createJournal } from "./journal.js";
import type { JournaledMap, MapKind } from "./journaled-map.js";
import { createMapOfSeveral } from "./one-of-several.js";
import { type Status, statusSignature } from "./status.js";
import { setterOf, SETTERS, settersOf } from "./setters.js";
import { VARIABLES } from "./variables.js";
import {
  type Descriptor,
  forgetAll,
  type FunctionDefinition,
  newUnknown,
  noteUnknown,
  type OuterVariable,
  type Positional,
  type ShellState,
} from "./shell-state.js";

/** The environment that a script starts in. */
export interface StateOptions {
  /** Stands for the content of folders that no script created. */
  readonly rest: Unknown;
  readonly unnamed?: (name: string) => Unknown | undefined;
  readonly directory?: string;
  readonly reach?: ShellState["reach"];
  readonly followsFailures?: boolean;
  readonly hasPipeStatuses?: boolean;
}

/** Creates a state without variables; `directory` is the current directory. */
export function createState({
  rest,
  unnamed = () => undefined,
  directory = "/",
  reach = "everything",
  followsFailures = false,
  hasPipeStatuses = true,
}: StateOptions): ShellState {
  const journal = createJournal();
  const unknowns = new Map<string, Unknown>();
  const files = createFileTree(journal, (id) => unknowns.get(id)?.distinct === true, rest);
  const forget = (about: Unknown | undefined): void => {
    const origin = about?.origin ?? { start: 0, end: 0 };
    forgetAll(state, newUnknown(state, "conditions", { label: "$?", what: "a chain of conditions", origin }));
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
    locals: oneOfSeveral<OuterVariable>(
      ({ variable, attributes }) => attributes.join("") + (variable ? VARIABLES.signature(variable) : ""),
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
    setters: journal.createMap(SETTERS),
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
    unnamed: (name) => setterOf(settersOf(state), name) ?? unnamed(name),
    reach,
    followsFailures,
    hasPipeStatuses,
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
