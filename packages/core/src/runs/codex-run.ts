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
  /** Codex itself, `threat-detect`, which starts it, or a wrapper that `engine.command` names. */
  readonly starter: "codex" | "threat-detect" | "wrapper";
  /** As the lock file has it: `0.121.0`, `latest`, an expression; `undefined` where none is named. */
  readonly codexVersion: string | undefined;
  /** As the lock file has it, with or without `v`. */
  readonly awfVersion: string | undefined;
  readonly awf: AwfCall;
  readonly apiProxy: ApiProxy;
  /** `$CODEX_HOME/config.toml`; holds `${NAME}` for what only the runner knows. */
  readonly configPath: string;
  /** What `CODEX_HOME` names, if that folder is known not to be there. */
  readonly missingHome: string | undefined;
  /** What that file may hold when Codex starts. */
  readonly config: Alternatives;
  /** What follows `codex` on its command line, `exec` included. */
  readonly args: readonly string[];
  /** Where each of `args` stands; `undefined` for one that has no word of its own in the lock file. */
  readonly argumentLocations: readonly (ArgumentLocation | undefined)[];
  /** Where `-c` flags may be put into that command line; `undefined` where the lock file does not hold it. */
  readonly flagLocation: FlagLocation | undefined;
  /** The `-c` flags that stand before `exec`. */
  readonly flagsBeforeExec: readonly FlagBeforeExec[];
  /** The model that the run asks for, where the lock file names one. */
  readonly model: string | undefined;
  /** The model that the compiler notes in the header; a run may ask for it without the part before its `/`. */
  readonly compiledModel: string | undefined;
  /** The variables of the step's shell when AWF starts. */
  readonly variables: ReadonlyMap<string, string>;
  /** The credentials that AWF finds in its own environment. */
  readonly credentials: AwfCredentials;
  /** The variables that AWF hands on to its container. */
  readonly handedOn: ReadonlyMap<string, string>;
  /** What may have set variables in a step before of which the file does not say which; `undefined`: nothing. */
  readonly otherVariables: Unknown | undefined;
  /** Those that the container's own commands set before they start Codex; `undefined` for one that they unset. */
  readonly ownVariables: ReadonlyMap<string, string | undefined>;
  /** `args`, with what is not known of them. */
  readonly argumentTexts: readonly ArgumentText[];
  /** What was answered, about what is not known, on the way to it. */
  readonly answers: readonly Answer[];
  /** What the same start may find and do on each way through the scripts, if there are several. */
  readonly ways: readonly CodexRun[];
  /** The same start in each combination of the job's matrix that differs, if there are several: each comes to pass. */
  readonly combinations: readonly CodexRun[];
}

/** A word of a command line. */
export interface ArgumentText {
  readonly text: Value;
  /** Whether the shell may make none or several words of it: it is not known, and not quoted. */
  readonly maySplit: boolean;
}

/** An answer to a question about something that is not known: another way took the other one. */
export interface Answer {
  readonly question: string;
  readonly isYes: boolean;
  readonly about: Unknown | undefined;
}
