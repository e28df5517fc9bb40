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
  const hasHome = isSet(variables.get(HOME)) || lookUp(state, HOME).kind === "set";
  const isWritten = config.some((content) => content?.some(({ kind }) => kind === "known") === true);
  return hasHome || isWritten ? "configures" : undefined;
}

const HOME = "CODEX_HOME";

/** Whether the file sets the variable of that value. It does not if an action or a program may set any variable. */
function isSet(home: string | undefined): boolean {
  return home !== undefined && home !== `\${${HOME}}`;
}
