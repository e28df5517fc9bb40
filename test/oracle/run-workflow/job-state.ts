import type { ControlFolder, Sandbox } from "../sandbox/index.js";
import type { Contexts, Status } from "./expressions.js";
import type { Conclusion } from "./record.js";
import type { RunDefaults } from "./workflow-file.js";

/** The state that a job's steps pass on. */
export interface JobState {
  readonly sandbox: Sandbox;
  readonly control: ControlFolder;
  readonly workspace: string;
  /** The runner's own variables and GitHub's default variables. */
  readonly processEnvironment: Readonly<Record<string, string>>;
  readonly defaultVariables: Readonly<Record<string, string>>;
  /** The `env` of the workflow and the job, and exported variables: the next step's `env` context, without its own `env`. */
  env: Readonly<Record<string, string>>;
  /** Folders that steps added to the start of the search path, the last first. */
  paths: readonly string[];
  readonly steps: Record<
    string,
    { outputs: Readonly<Record<string, string>>; outcome: Conclusion; conclusion: Conclusion }
  >;
  status: Status;
  readonly notes: string[];
  readonly defaults: RunDefaults;
  /** Contexts that stay the same in the job. */
  readonly contexts: Contexts;
  readonly maximumSeconds: number;
  readonly watched: readonly string[];
  /** Assumes that all conditions are met, and continues after failures. */
  readonly ignoresConditions: boolean;
}
