import {
  assignVariable,
  createInterpreter,
  createState,
  exportVariable,
  applyDelta,
  textValue,
  type Content,
  type Program,
  type ShellState,
} from "../../../packages/core/src/shell/index.js";
import { fileText } from "../../../packages/core/src/text/index.js";

const nowhere = { start: 0, end: 0 };

/** Runs a script in a few empty folders, with the variables of `environment`; variables of one letter are unknown. */
export function runInShell(
  script: string,
  environment: Readonly<Record<string, string>>,
  programs: Program,
  look: (state: ShellState) => void,
): void {
  const unknown = (id: string): { id: string; label: string; what: string; origin: typeof nowhere } => ({
    id,
    label: `\${${id}}`,
    what: id,
    origin: nowhere,
  });
  const state = createState({
    rest: unknown("rest"),
    unnamed: (name) => (/^[A-Z]$/.test(name) ? unknown(name) : undefined),
  });
  for (const [name, value] of Object.entries(environment)) {
    assignVariable(state, name, textValue(value, nowhere));
    exportVariable(state, name);
  }
  for (const folder of ["/", "/D", "/D/dir", "/tmp"])
    state.files.put(folder, { kind: "directory", rest: undefined, since: 0 });
  const before = state.journal.mark();
  const outcomes = state.ways.outcomesOf(() => {
    createInterpreter(programs).runScript(fileText(script), state);
  });
  for (const { delta } of outcomes) {
    applyDelta(delta);
    look(state);
    state.journal.undo(before);
  }
}

/**
 * The content of each file after a script; unknown parts appear as `<program>`, and a file that may be missing as
 * `undefined`.
 */
export function filesOfScript(
  script: string,
  environment: Readonly<Record<string, string>> = {},
  programs: Program = () => undefined,
): Record<string, readonly (string | undefined)[]> {
  const ways: Map<string, string>[] = [];
  runInShell(script, environment, programs, ({ files }) => {
    const way = new Map<string, string>();
    for (const path of files.paths()) {
      const { node } = files.find(path);
      if (node.kind === "file") way.set(path, contents(node.content));
      if (node.kind === "unknown") way.set(path, `<${node.unknown.what}>`);
    }
    ways.push(way);
  });
  const paths = new Set(ways.flatMap((way) => [...way.keys()]));
  return Object.fromEntries([...paths].map((path) => [path, [...new Set(ways.map((way) => way.get(path)))]]));
}

/**
 * The files that are partly unknown: a program's output, a variable's value, or whether they exist. Files that no
 * command names are included only if they are `asked` for.
 */
export function unknownFilesOfScript(
  script: string,
  environment: Readonly<Record<string, string>>,
  asked: readonly string[] = [],
): ReadonlySet<string> {
  const unknown = new Set<string>();
  runInShell(
    script,
    environment,
    () => undefined,
    ({ files }) => {
      for (const path of [...files.paths(), ...asked]) {
        const { node } = files.findEntry(path);
        if (node.kind === "unknown" || (node.kind === "file" && hasUnknown(node.content))) unknown.add(path);
      }
    },
  );
  return unknown;
}

function hasUnknown(content: Content): boolean {
  return content.some((part) => part.kind === "unknown" || part.expanded.guesses.length > 0);
}

function contents(content: Content): string {
  return content.map((part) => (part.kind === "known" ? part.expanded.text.text : `<${part.what}>`)).join("");
}
