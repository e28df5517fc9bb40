import type { CallWord, CommandCall } from "../command-call.js";
import type { Found } from "../files/followed-path.js";
import { EMPTY_PATH, isNowhere, joinPath, resolvePath } from "../files/path.js";
import { spend } from "../state/budget.js";
import { directoryOf, noteUnknown, type ShellState } from "../state/shell-state.js";
import { withFacts } from "../state/facts.js";
import { fillIn, sliceValue, type Value } from "../values/value.js";

/**
 * The path that a value names, as the file tree stores it. A `..` leaves the folder before it as the kernel does. A path
 * with a slash at its end names a folder: where there is a file, it names nothing.
 */
export function pathOf(state: ShellState, value: Value): string {
  const text = textOf(state, value);
  if (text === "") return EMPTY_PATH;
  const directory = directoryOf(state);
  const path = text.includes("..")
    ? pathThroughParents(state, text, directory)
    : resolvePath(text, directory);
  return FOLDER.test(text) && state.files.find(path).node.kind === "file" ? EMPTY_PATH : path;
}

/** The end of a path that can only name a folder. */
const FOLDER = /\/\.?$/;

/** Whether a value is a path that can only name a folder, because of the slash at its end. */
export function namesFolder(value: Value): boolean {
  return FOLDER.test(fillIn(value, () => "0"));
}

/**
 * What is at the path that a value names, without following a link at its end, unless a slash comes after it: then the
 * kernel follows the link, too.
 */
export function findEntryOf(state: ShellState, value: Value): Found {
  const path = pathOf(state, value);
  return namesFolder(value) ? state.files.find(path) : state.files.findEntry(path);
}

/** Whether a value is a link with a slash after it. It leads to a folder that is not removed or moved by that name. */
export function isLinkWithSlash(state: ShellState, value: Value): boolean {
  return namesFolder(value) && state.files.findEntry(textualPathOf(state, value)).node.kind === "link";
}

/** Where a program opens a file to write it: nowhere if the path can only name a folder, but there is none. */
export function findWritten(state: ShellState, value: Value): Found {
  const found = state.files.find(pathOf(state, value));
  return namesFolder(value) && found.node.kind !== "directory" ? state.files.find(EMPTY_PATH) : found;
}

/** The path that a value names to a program which removes each `..` and the name before it first, such as `cd`. */
export function textualPathOf(state: ShellState, value: Value): string {
  const text = textOf(state, value);
  return text === "" ? EMPTY_PATH : resolvePath(text, directoryOf(state));
}

function textOf(state: ShellState, value: Value): string {
  return fillIn(withFacts(state, value), (unknown) => noteUnknown(state, unknown));
}

/** A path with `..`, which names nothing if the folder before it is missing, and leaves the target of a link. */
function pathThroughParents({ files }: ShellState, text: string, directory: string): string {
  const whole = resolvePath(text, directory);
  if (!whole.startsWith("/")) return whole;
  let path = text.startsWith("/") ? "/" : directory;
  for (const segment of text.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment === "..") {
      const { path: real, node } = files.find(path);
      if (isNowhere(real) || node.kind === "absent" || node.kind === "file") return EMPTY_PATH;
      path = resolvePath("..", real);
    } else path = joinPath(path, segment);
  }
  return path;
}

/** The path that a word of a call names. */
export function pathOfWord({ state }: CommandCall, { text }: CallWord): string {
  return pathOf(state, text);
}

/** How many characters of a path take about as long to follow as a command. */
const LENGTH_OF_COMMAND = 100;

/** The folders of a path that a `..` follows, which `mkdir -p` and `install` create first, and the path itself. */
export function foldersBeforeParents({ state }: CommandCall, word: CallWord): readonly CallWord[] {
  const ends = [...word.text.text.text.matchAll(/[^/](?=\/+\.\.(?:\/|$))/g)].map(({ index }) => index + 1);
  for (const end of ends) spend(state.budget, end / LENGTH_OF_COMMAND);
  return [...ends.map((end) => ({ ...word, text: sliceValue(word.text, 0, end) })), word];
}
