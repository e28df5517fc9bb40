import type { CallWord, CommandCall } from "../command-call.js";
import { EMPTY_PATH, isNowhere, resolvePath } from "../files/path.js";
import { directoryOf, noteUnknown, type ShellState } from "../state/shell-state.js";
import { withFacts } from "../state/facts.js";
import { fillIn, sliceValue, type Value } from "../values/value.js";

/** The path that a value names, as the file tree stores it. A `..` leaves the folder before it as the kernel does. */
export function pathOf(state: ShellState, value: Value): string {
  const text = textOf(state, value);
  if (text === "") return EMPTY_PATH;
  const directory = directoryOf(state);
  return text.includes("..") ? pathThroughParents(state, text, directory) : resolvePath(text, directory);
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
    } else path = resolvePath(segment, path);
  }
  return path;
}

/** The path that a word of a call names. */
export function pathOfWord({ state }: CommandCall, { text }: CallWord): string {
  return pathOf(state, text);
}

/** The folders of a path that a `..` follows, which `mkdir -p` and `install` create first, and the path itself. */
export function foldersBeforeParents(word: CallWord): readonly CallWord[] {
  const ends = [...word.text.text.text.matchAll(/[^/](?=\/+\.\.(?:\/|$))/g)].map(({ index }) => index + 1);
  return [...ends.map((end) => ({ ...word, text: sliceValue(word.text, 0, end) })), word];
}
