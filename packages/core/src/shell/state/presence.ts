import { folderOf } from "../files/path.js";
import type { Found } from "../files/followed-path.js";
import type { Unknown } from "../values/value.js";
import { answerTo, ask } from "./facts.js";
import { lookUp } from "./lookup.js";
import type { ShellState } from "./shell-state.js";

/*
 * Whether an unknown path exists. The steps that gh-aw writes are assumed to find the files that they read and the
 * folders that they write to.
 */

/** The question that a test such as `[ -d path ]` asks. */
export function questionOf(operator: string, path: string, unknown: Unknown): string {
  return `${operator} ${path} ${unknown.id}`;
}

/** Whether the folder of a path is missing. If that is not known, one way takes each answer. */
export function lacksFolder(state: ShellState, path: string): boolean {
  return !isFolder(state, state.files.find(folderOf(path)));
}

/** Whether nothing can be created at a path: its folder is missing, or only root may write to it. */
export function cannotCreate(state: ShellState, path: string): boolean {
  return lacksFolder(state, path) || isDenied(state, path);
}

/** Where only root may write on GitHub's images. */
const OF_ROOT =
  /^\/(?:[^/]+|(?:boot|etc|root|s?bin|usr\/(?:include|lib|s?bin))\/.+|(?:home|usr|var)\/[^/]+)$/;

/**
 * Whether a process may not write to a path. Runners are not root on GitHub's machines, but they may be on others and in
 * containers: one way takes each answer. With `sudo`, a process is root.
 */
export function isDenied(state: ShellState, path: string): boolean {
  if (state.reach === "workspace" || !OF_ROOT.test(path)) return false;
  const user = lookUp(state, "USER");
  return user.kind === "unknown" && !ask(state, `root ${user.unknown.id}`, true, user.unknown);
}

/** Whether a folder exists; asks if that is not known. */
export function isFolder(state: ShellState, { path, node }: Found): boolean {
  if (node.kind !== "unknown") return node.kind === "directory";
  return state.reach === "workspace" || ask(state, questionOf("-d", path, node.unknown), true, node.unknown);
}

/** Whether a file or folder exists; asks if that is not known. */
export function isThere(state: ShellState, { path, node }: Found): boolean {
  if (node.kind !== "unknown") return node.kind !== "absent";
  return (
    isKnownToExist(state, path, node.unknown) ||
    ask(state, questionOf("-e", path, node.unknown), true, node.unknown)
  );
}

/** Whether an unknown path is known to exist, without asking. */
export function isKnownToExist(state: ShellState, path: string, unknown: Unknown): boolean {
  const isTold = (operator: string): boolean => answerTo(state, questionOf(operator, path, unknown)) === true;
  return state.reach === "workspace" || ["-e", "-f", "-s", "-r", "-d"].some(isTold);
}
