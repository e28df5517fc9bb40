import type { CodexRun } from "../runs/index.js";
import type { FindingOutcome } from "../faults/index.js";
import type { Span } from "../text/index.js";

/** What a lock file tells about one Codex run. All spans are offsets in the file. */
export interface RunExplanation {
  readonly job: string;
  /** The step's name. */
  readonly step: string | undefined;
  /** The word that starts Codex. */
  readonly span: Span;
  /** Codex itself, `threat-detect`, which starts it, or a wrapper that `engine.command` names. */
  readonly starter: CodexRun["starter"];
  readonly codex: ExplainedFact;
  readonly awf: ExplainedFact;
  /** The value is `on` or `off`; `unknown` where nothing in the file turns it on, but something else may. */
  readonly apiProxy: ExplainedFact;
  /** The file that Codex reads: `$CODEX_HOME/config.toml`. */
  readonly configPath: string;
  /**
   * What that file may hold, one for each way in which the conditions of the scripts may turn out; `undefined`
   * for no file. Never empty.
   */
  readonly configs: readonly (readonly ConfigLine[] | undefined)[];
  /** The options on Codex's command line that change its configuration, in their order. */
  readonly options: readonly ExplainedOption[];
  readonly outcome: ExplainedOutcome;
  /** What the lock file does not tell, as sentences. */
  readonly unknowns: readonly string[];
}

/** Something that the file says, and where it says so. */
export interface ExplainedFact {
  readonly value: string;
  /** Where it comes from, as a sentence. */
  readonly because: string;
  /** `undefined` where it stands nowhere in the file. */
  readonly span: Span | undefined;
}

/** A line of config.toml as Codex reads it, or a part of it that a program writes at run time. */
export type ConfigLine =
  | {
      readonly kind: "known";
      /** Without its line end. */
      readonly text: string;
      /** Who wrote it: a script, from the text at `span`; gh-aw, from its JSON there; the command there. */
      readonly from: "script" | "json" | "command";
      readonly span: Span;
      /** Whether only the running shell knows a part of it. */
      readonly guessed: boolean;
    }
  | { readonly kind: "unknown"; readonly program: string; readonly span: Span };

/** An option of Codex's command line: `-c model_provider="openai-proxy"`. */
export interface ExplainedOption {
  readonly text: string;
  /** `undefined` where it has no place of its own in the file. */
  readonly span: Span | undefined;
  /** `false` for one that this version of Codex forgets. */
  readonly counts: boolean;
}

export interface ExplainedOutcome {
  /**
   * `proxied`: through AWF's API proxy over HTTP. `unguarded`: the API proxy is off, and Codex has the real key.
   * `notInstalled`: npm has no such Codex. The others are those of a finding.
   */
  readonly kind: "proxied" | "unguarded" | "notInstalled" | FindingOutcome;
  /** Why, and what comes of it, as sentences. */
  readonly reason: string;
  /** The place in the file to look at; `undefined` where none is to blame. */
  readonly span: Span | undefined;
}
