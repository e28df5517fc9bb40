import type { MovableFlag } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import { allEdits } from "./all-edits.js";

/** Moves a `-c` flag that stands before `exec` behind it. */
export function moveBehindExec({
  script,
  start,
  next,
  offset,
  moved,
}: MovableFlag): readonly TextEdit[] | undefined {
  return allEdits([script.edit(start, next, ""), script.edit(offset, offset, moved)]);
}
