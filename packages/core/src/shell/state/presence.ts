import { folderOf } from "../files/path.js";
import type { Found } from "../files/file-tree.js";
import type { Unknown } from "../values/value.js";
import { answerTo, ask } from "./facts.js";
import type { ShellState } from "./shell-state.js";

/*
 * Whether something stands at a path of which nobody knows what stands there. The steps that gh-aw writes are taken to
 * find what they read, and the folders that they write to.
 */

/** What a test of a file asks: `[ -d path ]`. */
export function questionOf(operator: string, path: string, unknown: Unknown): string {
  return `${operator} ${path} ${unknown.id}`;
}

/** Whether there is no folder to make a file in: where that is not known, on one way there is, on another there is not. */
export function lacksFolder(state: ShellState, path: string): boolean {
  return !isFolder(state, state.files.find(folderOf(path)));
}

/** Whether a folder is there. */
export function isFolder(state: ShellState, { path, node }: Found): boolean {
  if (node.kind !== "unknown") return node.kind === "directory";
  return state.reach === "workspace" || ask(state, questionOf("-d", path, node.unknown), true, node.unknown);
}

/** Whether there is something to read. */
export function isThere(state: ShellState, { path, node }: Found): boolean {
  if (node.kind !== "unknown") return node.kind !== "absent";
  return (
    mustBeThere(state, path, node.unknown) ||
    ask(state, questionOf("-e", path, node.unknown), true, node.unknown)
  );
}

/** The same as far as it is known, without a question. */
export function mustBeThere(state: ShellState, path: string, unknown: Unknown): boolean {
  const isTold = (operator: string): boolean => answerTo(state, questionOf(operator, path, unknown)) === true;
  return state.reach === "workspace" || ["-e", "-f", "-s", "-r", "-d"].some(isTold);
}
