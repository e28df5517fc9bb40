import type { Outcome } from "@gh-aw-lint/core";

/** The results of a workflow's jobs. */
export interface WorkflowRecord {
  /** In the order of execution: a job comes after the jobs that it needs. */
  readonly jobs: readonly JobRecord[];
  /** Every start of `codex exec` in all jobs, in the order of time. */
  readonly runs: readonly CodexRunRecord[];
}

/** How a job or step ended. */
export type Conclusion = "success" | "failure" | "skipped";

/** The results of one run of a job. */
export interface JobRecord {
  readonly id: string;
  /** The matrix values of this run of the job; empty without a matrix. */
  readonly matrix: Readonly<Record<string, unknown>>;
  readonly result: Conclusion;
  /** Without the steps that the option `filter` excludes. */
  readonly steps: readonly StepRecord[];
  readonly outputs: Readonly<Record<string, string>>;
  /** What the sandbox does not do as GitHub does, as sentences: the job's results may differ. */
  readonly notes: readonly string[];
}

/** The results of a step. */
export interface StepRecord {
  /** The step's index in its job, from 0. */
  readonly index: number;
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** The result of its script, before `continue-on-error`. */
  readonly outcome: Conclusion;
  readonly conclusion: Conclusion;
  /** The exit code of its shell, 124 after a timeout; `undefined` if the step ran no script. */
  readonly exitCode: number | undefined;
  /** Standard output and standard error; for a step that GitHub itself fails, the reason. */
  readonly output: string;
  /** The script as the shell got it, with its expressions evaluated; `undefined` if none ran. */
  readonly script: string | undefined;
  /** Variables in `$GITHUB_ENV`, in the file's order; the last of each name wins. */
  readonly exported: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  /** Folders in `$GITHUB_PATH`. */
  readonly paths: readonly string[];
  /** The text of each file of the option `watched` after the step; `null` if the file did not exist. */
  readonly files: Readonly<Record<string, string | null>>;
}

/** A start of `codex exec`, and the configuration that it found. */
export interface CodexStart {
  /** The release of Codex that npm would have installed. */
  readonly version: string;
  readonly args: readonly string[];
  /** Its whole environment, without the variables of the shell itself (`_`, `SHLVL`, `OLDPWD`). */
  readonly env: Readonly<Record<string, string>>;
  readonly workingDirectory: string;
  /** The folder of its configuration: `$CODEX_HOME`, or `~/.codex`. */
  readonly codexHome: string;
  /** The text of `config.toml` there; `null` if there is none. */
  readonly config: string | null;
}

/** A start of `codex exec` in a job. */
export interface CodexRunRecord extends CodexStart {
  readonly job: string;
  readonly matrix: Readonly<Record<string, unknown>>;
  /** The index of its step in the job, from 0. */
  readonly step: number;
  /** `undefined` if AWF did not start it. */
  readonly awf: AwfRecord | undefined;
  /** What the real Codex did; `undefined` if it did not run. */
  readonly answer: CodexAnswer | undefined;
}

/** The AWF that started Codex. */
export interface AwfRecord {
  readonly version: string;
  readonly apiProxy: "on" | "off";
}

/** What the real Codex did. */
export interface CodexAnswer {
  readonly outcome: Outcome;
  /** The lines of the first error that Codex printed. */
  readonly error: readonly string[];
}
