import type { Outcome } from "@gh-aw-lint/core";

/** What came of a workflow when its jobs were run. */
export interface WorkflowRecord {
  /** In the order in which they were run: those that a job needs come before it. */
  readonly jobs: readonly JobRecord[];
  /** Every start of `codex exec`, of all jobs, in the order of time. */
  readonly runs: readonly CodexRunRecord[];
}

export type Conclusion = "success" | "failure" | "skipped";

export interface JobRecord {
  readonly id: string;
  /** The values of this run of the job; empty for a job without a matrix. */
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly result: Conclusion;
  /** Without those that the option `filter` left out. */
  readonly steps: readonly StepRecord[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the sandbox cannot do as GitHub does it, each as a sentence: what the job left behind may differ. */
  readonly notes: readonly string[];
}

export interface StepRecord {
  /** The step's place in its job, from 0. */
  readonly index: number;
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** What its script came to, before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  /** The exit code of its shell, 124 if it was stopped for its time; `undefined` for a step without a script that ran. */
  readonly exitCode: number | undefined;
  /** What it wrote to standard output and to standard error; for a step that GitHub fails itself, why. */
  readonly output: string;
  /** The script as the shell got it, with its expressions put in; `undefined` where none ran. */
  readonly script: string | undefined;
  /** What it wrote to `$GITHUB_ENV`, in the file's order; a later one of a name wins. */
  readonly exported: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** What it wrote to `$GITHUB_PATH`. */
  readonly paths: readonly string[];
  /** The text of each file of the option `watched`, when the step had ended; `null` if it was not there. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** A start of `codex exec`. */
export interface CodexRunRecord {
  readonly job: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  /** The place in its job of the step that started it, from 0. */
  readonly step: number;
  /** The release of Codex that npm would have installed there. */
  readonly version: string;
  readonly args: readonly string[];
  /** Its whole environment, less what shells keep for themselves (`_`, `SHLVL`, `OLDPWD`). */
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** Where it looks for its configuration: `$CODEX_HOME`, else `~/.codex`. */
  readonly codexHome: string;
  /** The text of `config.toml` there; `null` if there is none. */
  readonly config: string | null;
  /** `undefined` where it was not started by AWF. */
  readonly awf: AwfRecord | undefined;
  /** What the real Codex did; `undefined` if it was not asked. */
  readonly answer: CodexAnswer | undefined;
}

export interface AwfRecord {
  readonly version: string;
  readonly apiProxy: "on" | "off";
}

/** What the real Codex did. */
export interface CodexAnswer {
  readonly outcome: Outcome;
  /** The errors that it printed, each once. */
  readonly error: readonly string[];
}
