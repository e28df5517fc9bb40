import { lookUp } from "../shell/index.js";
import type { CodexRun } from "./codex-run.js";
import type { FoundStart } from "./container.js";

/** A program of the repository that AWF runs in a job which prepares Codex and, as far as the file says, never starts it. */
export interface PossibleStart {
  /** What Codex finds if that program starts it and changes nothing. */
  readonly run: CodexRun;
  /** How messages name the program. */
  readonly program: string;
  readonly preparation: Preparation;
}

/** What a job does that is of no use without Codex. */
export type Preparation = "installs" | "configures";

/** How the job of a start has prepared Codex, if it has. */
export function preparationOf(
  { call: { state } }: FoundStart,
  { variables, config }: CodexRun,
): Preparation | undefined {
  if (["codex", "other codex"].some((note) => state.notes.get(note) !== undefined)) return "installs";
  const hasHome = variables.has("CODEX_HOME") || lookUp(state, "CODEX_HOME").kind === "set";
  const isWritten = config.some((content) => content?.some(({ kind }) => kind === "known") === true);
  return hasHome || isWritten ? "configures" : undefined;
}
