import type { AssembledConfig } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import type { Provider } from "./provider-block.js";

/** One way to make a run reach the proxy, if the fixed file bears it out. */
export interface Fix {
  /** What it does, for a person who chooses it; `undefined`: it is what the author of the file meant. */
  readonly suggestionTitle: string | undefined;
  /** Edits of the lock file; `undefined` where its text cannot be edited so. */
  readonly edits: () => readonly TextEdit[] | undefined;
}

/** What a fix has to work with. */
export interface FixContext {
  readonly run: CodexRun;
  /** The configuration that the fault is in; `undefined`: there is none. */
  readonly config: AssembledConfig | undefined;
  /** The provider that is to be there in the end, if it is missing. */
  readonly provider: Provider;
}

/** Edits that belong together: `undefined` where one of them cannot be made. */
export function allEdits(edits: readonly (TextEdit | undefined)[]): readonly TextEdit[] | undefined {
  const possible = edits.filter((edit) => edit !== undefined);
  return possible.length === edits.length ? possible : undefined;
}
