import type { CodexRun } from "../runs/index.js";
import type { FindingOutcome } from "../faults/index.js";
import type { Span } from "../text/index.js";

/** Everything that a lock file determines about one Codex run. All spans are offsets in the file. */
export interface RunExplanation {
  readonly job: string;
  /** The step's name. */
  readonly step: string | undefined;
  /** The word that starts Codex. */
  readonly span: Span;
  /** The program that the word names: Codex, `threat-detect`, or a wrapper that `engine.command` names. */
  readonly starter: CodexRun["starter"];
  readonly codex: ExplainedFact;
  readonly awf: ExplainedFact;
  /** The value is `on`, `off`, or `unknown` if nothing in the file turns it on but something else may. */
  readonly apiProxy: ExplainedFact;
  /** The path of the file that Codex reads: `$CODEX_HOME/config.toml`. */
  readonly configPath: string;
  /**
   * The possible contents of that file, one for each result of the conditions in the scripts; `undefined` stands for no
   * file. Never empty.
   */
  readonly configs: readonly (readonly ConfigLine[] | undefined)[];
  /** The options on Codex's command line that change its configuration, in order. */
  readonly options: readonly ExplainedOption[];
  readonly outcome: ExplainedOutcome;
  /** What the lock file does not determine, as sentences. */
  readonly unknowns: readonly string[];
}

/** A fact that the file determines, and its source. */
export interface ExplainedFact {
  readonly value: string;
  /** The source of the value, as a sentence. */
  readonly because: string;
  /** `undefined` if the source is not in the file. */
  readonly span: Span | undefined;
}

/** A line of config.toml as Codex reads it, or a part of it that the file does not determine. */
export type ConfigLine =
  | {
      readonly kind: "known";
      /** Without its line end. */
      readonly text: string;
      /** What wrote it: a script with the text at `span`, gh-aw from its JSON at `span`, or the command at `span`. */
      readonly from: "script" | "json" | "command";
      readonly span: Span;
      /** Whether only the running shell knows a part of it. */
      readonly guessed: boolean;
    }
  | {
      readonly kind: "unknown";
      /** What stands there, for the middle of a sentence: "what `curl` writes". */
      readonly what: string;
      readonly span: Span;
    };

/** An option of Codex's command line: `-c model_provider="openai-proxy"`. */
export interface ExplainedOption {
  readonly text: string;
  /** `undefined` if it has no span of its own in the file. */
  readonly span: Span | undefined;
  /** Whether this version of Codex applies it. */
  readonly counts: boolean;
}

/** What a run does, and why. */
export interface ExplainedOutcome {
  /**
   * `proxied`: requests go through AWF's API proxy over HTTP. `unguarded`: the API proxy is off, and Codex has the real
   * key. `notInstalled`: npm has no such version of Codex. The others are the outcomes of findings.
   */
  readonly kind: "proxied" | "unguarded" | "notInstalled" | FindingOutcome;
  /** The cause and its effect, as sentences. */
  readonly reason: string;
  /** The relevant span of the file; `undefined` if there is none. */
  readonly span: Span | undefined;
}
