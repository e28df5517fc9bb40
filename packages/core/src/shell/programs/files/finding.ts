import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { isHardLink } from "../../files/node.js";
import { baseName, isBelow } from "../../files/path.js";
import { directoryOf, inSubshell } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { unwrapLaunchers } from "../launchers.js";
import { outputOf, printText, worst } from "../output.js";
import { type Plan, readPlan } from "./finding-tests.js";
import { type FoundPath, removeFound } from "./removing-found.js";
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
  const expression = first === -1 ? [] : words.slice(first);
  const tests = expression.map(({ value }) => value);
  const isKnown = expression.every((word) => word.isKnown) && !modes.includes("-L");
  const plan = isKnown ? readPlan(tests) : undefined;
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
      const written = writtenBelow(roots[index], root, path);
      const { kind } = isHardLink(entry) ? files.find(path).node : entry;
      if (plan.test({ written, kind }) === false) continue;
      found.push({ path, written, isEntered: depth < plan.maximum });
    }
  }
  if (plan.prints) {
    const lines = found.map(({ written }) => `${written}\n`);
    printText(call, isSure && found.length <= 1 ? lines.join("") : undefined, shell);
  }
  if (!plan.removal) return status;
  status = worst(status, removeFound(call, found, plan.removal));
  if (!isSure) removeUnknownMatches(call, paths, roots, plan);
  return status;
}

/** The status of `find`, which fails if a starting point does not exist. */
function statusOfRoots(call: CommandCall, roots: readonly string[]): Status {
  const kinds = roots.map((root) => call.state.files.find(root).node.kind);
  if (kinds.includes("absent")) return 1;
  return kinds.includes("unknown") ? outputOf(call) : 0;
}

/** How `find` names a path below a starting point. */
function writtenBelow(word: CallWord | undefined, root: string, path: string): string {
  const written = word?.value ?? ".";
  return path === root ? written : `${written.replace(/\/$/, "")}${path.slice(root.length)}`;
}

/** Removes matching paths with unknown content below the starting points. */
function removeUnknownMatches(
  { state: { files } }: CommandCall,
  roots: readonly string[],
  words: readonly CallWord[],
  { test }: Plan,
): void {
  for (const [index, root] of roots.entries())
    for (const path of files.paths()) {
      const { kind } = files.findEntry(path).node;
      const written = writtenBelow(words[index], root, path);
      if (isBelow(path, root) && kind === "unknown" && test({ written, kind }) !== false) files.remove(path);
    }
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
