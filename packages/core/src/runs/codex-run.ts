import type { ApiProxy, AwfCall, AwfCredentials } from "../awf/index.js";
import type { Alternatives, Unknown, Value } from "../shell/index.js";
import type { Span } from "../text/index.js";
import type { Job, Step } from "../workflow/index.js";
import type { ArgumentLocation, FlagLocation } from "./flag-location.js";
import type { FlagBeforeExec } from "./flags-before-exec.js";

/** One start of Codex inside AWF. */
export interface CodexRun {
  readonly job: Job;
  readonly step: Step;
  /** The word that starts Codex, in the lock file. */
  readonly span: Span;
  /** The program that the word names: Codex, `threat-detect`, or a wrapper that `engine.command` names. */
  readonly starter: "codex" | "threat-detect" | "wrapper";
  /** As written in the lock file: `0.121.0`, `latest`, an expression; `undefined` if none is named. */
  readonly codexVersion: string | undefined;
  /** As written in the lock file, with or without `v`. */
  readonly awfVersion: string | undefined;
  readonly awf: AwfCall;
  readonly apiProxy: ApiProxy;
  /** The path of `$CODEX_HOME/config.toml` for display, with `${NAME}` for parts that only the runner knows. */
  readonly configPath: string;
  /** The value of `CODEX_HOME`, if that folder is known not to exist. */
  readonly missingHome: string | undefined;
  /** The possible contents of that file when Codex starts. */
  readonly config: Alternatives;
  /** The words after `codex` on its command line, `exec` included. */
  readonly args: readonly string[];
  /** The location of each of `args`; `undefined` for one that has no word of its own in the lock file. */
  readonly argumentLocations: readonly (ArgumentLocation | undefined)[];
  /** Where `-c` flags can be inserted into that command line; `undefined` if the lock file does not contain it. */
  readonly flagLocation: FlagLocation | undefined;
  /** The `-c` flags before `exec`. */
  readonly flagsBeforeExec: readonly FlagBeforeExec[];
  /** The model that the run uses, if the lock file names one. */
  readonly model: string | undefined;
  /** The model in the compiler's header; a run may use it without the part before its `/`. */
  readonly compiledModel: string | undefined;
  /** The variables of the step's shell when AWF starts. */
  readonly variables: ReadonlyMap<string, string>;
  /** The credentials that AWF finds in its own environment. */
  readonly credentials: AwfCredentials;
  /** The variables that AWF passes to its container. */
  readonly passedVariables: ReadonlyMap<string, string>;
  /** What may have set any variables in an earlier step, if AWF passes them on; `undefined` if there is none. */
  readonly earlierSetter: Unknown | undefined;
  /** What may have set variables of unknown names that Codex gets, by the text that the names start with. */
  readonly setters: ReadonlyMap<string, Unknown>;
  /** The variables that the container's own commands set before they start Codex; `undefined` if they unset one. */
  readonly ownVariables: ReadonlyMap<string, string | undefined>;
  /** `args` as values, which may have unknown parts. */
  readonly argumentTexts: readonly ArgumentText[];
  /** The answers about unknown values on the way to this start. */
  readonly answers: readonly Answer[];
  /** The same start on each way through the scripts, if there are several; empty if there is one. */
  readonly ways: readonly CodexRun[];
  /**
   * The same start in each combination of the job's matrix that differs, and in each call of a function or round of a
   * loop that is certain, if there are several; all of them happen.
   */
  readonly combinations: readonly CodexRun[];
}

/** A word of a command line. */
export interface ArgumentText {
  readonly text: Value;
  /** Whether the shell may split it into no word or several: it is unknown and not quoted. */
  readonly maySplit: boolean;
}

/** An answer to a question about an unknown value; another way has the opposite answer. */
export interface Answer {
  readonly question: string;
  readonly isYes: boolean;
  readonly about: Unknown | undefined;
}
