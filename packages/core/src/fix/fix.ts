import type { AssembledConfig } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import type { Provider } from "./provider-block.js";

/** A candidate edit that may make a run reach the proxy; the fixed file has to be judged. */
export interface Fix {
  /** The title if a user has to choose it; `undefined` if it certainly is what the file's author meant. */
  readonly suggestionTitle: string | undefined;
  /** Edits of the lock file; `undefined` if its text cannot be edited that way. */
  readonly edits: () => readonly TextEdit[] | undefined;
}

/** The inputs of fixes. */
export interface FixContext {
  readonly run: CodexRun;
  /** The configuration with the fault; `undefined` if there is none. */
  readonly config: AssembledConfig | undefined;
  /** The provider to insert if it is missing. */
  readonly provider: Provider;
}

/** Edits that belong together; `undefined` if one of them is impossible. */
export function allEdits(edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const possible = edits.filter((edit) => edit !== undefined);
  return possible.length === edits.length ? possible : undefined;
}
