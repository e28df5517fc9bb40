import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import type { FileNode } from "../../files/node.js";
import { baseName, isBelow } from "../../files/path.js";
import { parsePattern } from "../../expansion/patterns.js";
import { directoryOf, inSubshell } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { unwrapLaunchers } from "../launchers.js";
import { outputOf, printText, worst } from "../output.js";
import { type FoundPath, type Removal, removalOf, removeFound } from "./removing-found.js";
import { findEntryOf } from "../paths.js";
import { taintAll, taintPaths } from "../taint.js";

/** Options of `find` that are followed by a program. */
const EXECUTES: ReadonlySet<string> = new Set(["-exec", "-execdir", "-ok", "-okdir"]);

/** Programs that change no files but those that `find` gives them. */
const CHANGES_ONLY_FOUND: ReadonlySet<string> = new Set(
  "rm chmod chown ls cat grep echo touch stat wc head du sha1sum sha256sum sha512sum".split(" "),
);

/** `find` with tests for names and types, and `-print`, `-delete` or `-exec rm`. */
export function runFind(call: CommandCall, shell: Shell): Status {
  const given = call.words.slice(1);
  const start = given.findIndex(({ value }) => !/^-[HLP]$/.test(value));
  const words = start === -1 ? [] : given.slice(start);
  const modes = given.slice(0, given.length - words.length).map(({ value }) => value);
  const follows = modes.some((mode) => mode !== "-P");
  const first = words.findIndex(({ value }) => /^[-(!]/.test(value));
  const roots = first === -1 ? words : words.slice(0, first);
  const tests = first === -1 ? [] : words.slice(first).map(({ value }) => value);
  const plan = modes.includes("-L") ? undefined : readTests(tests);
  const { files } = call.state;
  const paths =
    roots.length === 0
      ? [directoryOf(call.state)]
      : roots.map((word) => {
          const { path } = findEntryOf(call.state, word.text);
          return follows ? files.find(path).path : path;
        });
  if (!plan || words.some(({ maySplit }) => maySplit)) {
    const commands = executedBy(words);
    if (commands.length > 0 || tests.includes("-delete"))
      for (const path of paths) files.taint(path, outputOf(call));
    for (const command of commands) {
      const [program] = unwrapLaunchers(command).words;
      if (baseName(program?.value ?? "") === "awf")
        inSubshell(call.state, () => shell.runWords(call, command));
      else if (!CHANGES_ONLY_FOUND.has(baseName(command[0]?.value ?? ""))) taintAll(call, outputOf(call));
    }
    const written = words.filter((_, index) => /^-f(?:print[0f]?|ls)$/.test(words[index - 1]?.value ?? ""));
    taintPaths(call, written, outputOf(call));
    printText(call, undefined, shell);
    return outputOf(call);
  }
  const found: FoundPath[] = [];
  let status = statusOfRoots(call, paths);
  let isSure = true;
  for (const [index, root] of paths.entries()) {
    const { node } = files.find(root);
    if (node.kind === "unknown" || files.restOf(root)) isSure = false;
    for (const path of [root, ...files.pathsBelow(root)]) {
      const entry = files.findEntry(path).node;
      if (entry.kind === "absent") continue;
      if (files.restOf(path)) isSure = false;
      const depth = path === root ? 0 : path.slice(root === "/" ? 0 : root.length).split("/").length - 1;
      if (depth < plan.minimum || depth > plan.maximum) continue;
      if (entry.kind !== "unknown" && !plan.kinds.every((fits) => fits(entry.kind))) continue;
      if (!plan.names.every((name) => name(baseName(path)))) continue;
      const written = roots[index]?.value ?? ".";
      found.push({
        path,
        written: path === root ? written : `${written.replace(/\/$/, "")}${path.slice(root.length)}`,
        isEntered: depth < plan.maximum,
      });
    }
  }
  if (!plan.removal) {
    const lines = found.map(({ written }) => `${written}\n`);
    printText(call, isSure && found.length <= 1 ? lines.join("") : undefined, shell);
    return status;
  }
  status = worst(status, removeFound(call, found, plan.removal));
  if (!isSure) removeUnknownMatches(call, paths, plan.names);
  return status;
}

/** The status of `find`, which fails if a starting point does not exist. */
function statusOfRoots(call: CommandCall, roots: readonly string[]): Status {
  const kinds = roots.map((root) => call.state.files.find(root).node.kind);
  if (kinds.includes("absent")) return 1;
  return kinds.includes("unknown") ? outputOf(call) : 0;
}

/** Removes matching paths with unknown content below the starting points. */
function removeUnknownMatches(
  { state: { files } }: CommandCall,
  roots: readonly string[],
  names: readonly ((name: string) => boolean)[],
): void {
  for (const root of roots)
    for (const path of files.paths())
      if (
        isBelow(path, root) &&
        names.every((name) => name(baseName(path))) &&
        files.findEntry(path).node.kind === "unknown"
      )
        files.remove(path);
}

/** The commands after `-exec`, each up to its `;` or `+`. */
function executedBy(words: readonly CallWord[]): readonly (readonly CallWord[])[] {
  return words.flatMap((word, index) => {
    if (!EXECUTES.has(word.value)) return [];
    const rest = words.slice(index + 1);
    const end = rest.findIndex(({ value }) => value === ";" || value === "+");
    return [end === -1 ? rest : rest.slice(0, end)];
  });
}

type Kind = FileNode["kind"];

interface Plan {
  readonly names: readonly ((name: string) => boolean)[];
  readonly kinds: readonly ((kind: Kind) => boolean)[];
  readonly minimum: number;
  readonly maximum: number;
  readonly removal: Removal | undefined;
}

const TYPES: Readonly<Record<string, Kind>> = { f: "file", d: "directory", l: "link" };

/** Parses the expression of `find`; `undefined` for tests that are not modelled. */
function readTests(tests: readonly string[]): Plan | undefined {
  const names: ((name: string) => boolean)[] = [];
  const kinds: ((kind: Kind) => boolean)[] = [];
  let isNegated = false;
  let [minimum, maximum] = [0, Infinity];
  let removal: Removal | undefined;
  for (let index = 0; index < tests.length; index++) {
    const value = tests[index + 1] ?? "";
    const negates = isNegated;
    isNegated = false;
    switch (tests[index]) {
      case "!":
      case "-not":
        // Only tests can be negated, not actions.
        if (!/^-(?:i?name|type)$/.test(value)) return undefined;
        isNegated = true;
        break;
      case "-name":
      case "-iname": {
        const pattern = parsePattern(tests[index] === "-iname" ? value.toLowerCase() : value);
        if (!pattern) return undefined;
        const ignoresCase = tests[index] === "-iname";
        names.push((name) => pattern.matches(ignoresCase ? name.toLowerCase() : name) !== negates);
        index++;
        break;
      }
      case "-type": {
        const type = TYPES[value];
        if (!type) return undefined;
        kinds.push((kind) => (kind === type) !== negates);
        index++;
        break;
      }
      case "-maxdepth":
        maximum = Number(value);
        index++;
        break;
      case "-mindepth":
        minimum = Number(value);
        index++;
        break;
      case "-delete":
        removal = { by: "-delete", isAtOnce: false };
        break;
      case "-print":
        break;
      case "-exec": {
        const end = tests.findIndex((word, at) => at > index && (word === ";" || word === "+"));
        removal = removalOf(tests.slice(index + 1, end + 1));
        if (end === -1 || !removal) return undefined;
        index = end;
        break;
      }
      default:
        return undefined;
    }
  }
  return { names, kinds, minimum, maximum, removal };
}
