import type { TextEdit } from "../text/index.js";

/** Edits that belong together: `undefined` where one of them cannot be made. */
export function allEdits(edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const possible = edits.filter((edit) => edit !== undefined);
  return possible.length === edits.length ? possible : undefined;
}
