import type { CommandCall } from "../../command-call.js";
import { baseName } from "../../files/path.js";
import type { Status } from "../../state/status.js";

/** How `find` removes what it finds. */
export interface Removal {
  readonly by: "-delete" | "rm" | "rm -r";
  /** Whether one command removes everything in the end (`+`); only then does its failure count. */
  readonly isAtOnce: boolean;
}

/** The removal of an action `-exec`, whose words end with `;` or `+`; `undefined` if it is another command. */
export function removalOf([program, ...rest]: readonly string[]): Removal | undefined {
  const options = rest.slice(0, -1);
  if (program !== "rm" || !options.every((word) => /^(?:-[rRfv]+|\{\}|--)$/.test(word))) return undefined;
  const isRecursive = options.some((word) => /^-.*[rR]/.test(word));
  return { by: isRecursive ? "rm -r" : "rm", isAtOnce: rest.at(-1) === "+" };
}

/** A path that `find` found. */
export interface FoundPath {
  readonly path: string;
  /** As `find` names it. */
  readonly written: string;
  /** Whether it looks into the path if that is a folder. */
  readonly isEntered: boolean;
}

/** Removes what was found, with the content of a folder before the folder. */
export function removeFound(
  call: CommandCall,
  found: readonly FoundPath[],
  { by, isAtOnce }: Removal,
): Status {
  const { files } = call.state;
  let status: Status = 0;
  for (const { path, written, isEntered } of found.toReversed()) {
    if (files.findEntry(path).node.kind !== "directory") {
      files.remove(path);
      continue;
    }
    const isCurrent = /^\.\.?$/.test(baseName(written));
    // `-delete` says nothing about the current folder, which it cannot remove.
    if (by === "-delete" && isCurrent) continue;
    const isKept = by === "rm" || isCurrent || (by === "-delete" && files.pathsBelow(path).length > 0);
    if (isKept ? by === "-delete" || isAtOnce : by === "rm -r" && !isAtOnce && isEntered) status = 1;
    if (!isKept) files.remove(path);
  }
  return status;
}
