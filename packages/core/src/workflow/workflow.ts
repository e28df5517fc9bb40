import type { CoreValue, PlainValue, YamlProblem } from "../yaml/index.js";
import type { MappedText, Span } from "../text/index.js";

/** The parts of a GitHub workflow that determine what its scripts run. All spans are offsets in the file. */
export interface Workflow {
  readonly text: string;
  /** The events of `on`; `undefined` if there are none to read, as in a file that is not a workflow. */
  readonly triggers: readonly Trigger[] | undefined;
  readonly env: Environment;
  readonly defaults: RunDefaults;
  readonly jobs: readonly Job[];
  /**
   * Why GitHub cannot read the file: what is not valid YAML in the parts that may matter, which are read to know it. The
   * model still holds what could be read.
   */
  readonly problems: readonly YamlProblem[];
  /** The filter it was parsed with. */
  readonly filter: JobFilter;
}

/** Tells from the texts of jobs which of them may matter. The others are parsed only on demand. */
export interface JobFilter {
  /** Checks the text of a whole job. */
  mayMatter(source: string): boolean;
  /**
   * Checks the texts of the steps, if they can be told apart. `around`: other parts that may give them variables.
   * `others`: the steps of other jobs, if the job may read their outputs.
   */
  stepsMayMatter(steps: readonly string[], around: readonly string[], others: readonly string[]): boolean;
}

/** An event that starts a workflow. */
export interface Trigger {
  readonly event: string;
  /** The inputs of `workflow_dispatch` or `workflow_call`. */
  readonly inputs: readonly WorkflowInput[];
}

/** An input of a trigger, as the workflow declares it. */
export interface WorkflowInput {
  readonly name: string;
  readonly type: string | undefined;
  /** The options of an input of type `choice`. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
  readonly default: CoreValue | undefined;
}

/** `defaults.run`. */
export interface RunDefaults {
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

/** A job of a workflow. */
export interface Job {
  readonly id: string;
  readonly idSpan: Span;
  /** The text of the job in the file. The job has nothing beyond it, except by an alias. */
  readonly source: string;
  /** Whether `JobFilter` says that the job may matter; if not, it need not be parsed. */
  readonly mayMatter: boolean;
  readonly env: Environment;
  readonly defaults: RunDefaults;
  /** The text of `if`. */
  readonly condition: string | undefined;
  readonly needs: readonly string[];
  /** The text of `continue-on-error`. */
  readonly continueOnError: string | undefined;
  readonly outputs: Environment;
  readonly matrix: Matrix;
  /** The container that its steps run in, if any: its files and programs are not the runner's. */
  readonly container: JobContainer | undefined;
  /**
   * The paths of volumes as steps see them: where the job's container has folders of the machine, and the folders that
   * services have, too.
   */
  readonly volumes: readonly string[];
  /** The labels of `runs-on`, and `group NAME` for a group of runners. */
  readonly runsOn: readonly string[];
  readonly steps: readonly Step[];
}

/** `jobs.<job_id>.container`. */
export interface JobContainer {
  /** As the file spells it, such as `node:22`; empty if it names none. It may contain expressions. */
  readonly image: string;
  /** The variables that the container starts with. Those of the workflow, the job, and the step override them. */
  readonly env: Environment;
}

/** The combinations of `strategy.matrix`; each is a job of its own. */
export type Matrix =
  /** A job without a matrix has one empty combination. */
  | { readonly kind: "known"; readonly combinations: readonly MatrixCombination[] }
  /**
   * The matrix is an expression, in whole or in part, or has more combinations than GitHub allows. `written` is its
   * value with the text of expressions.
   */
  | { readonly kind: "unknown"; readonly written?: MatrixValue };

/** A value for each axis of a matrix, and those that `include` adds, by name. */
export type MatrixCombination = ReadonlyMap<string, MatrixValue>;

/** A value of an axis. */
export type MatrixValue = PlainValue;

/** A step of a job. */
export interface Step {
  readonly id: string | undefined;
  readonly name: string | undefined;
  /** `undefined` also for an action that only repeats a command, which is its `run`. */
  readonly uses: string | undefined;
  /** The inputs of the action. */
  readonly with: Environment;
  /** The text of `if`. */
  readonly condition: string | undefined;
  /** The text of `continue-on-error`. */
  readonly continueOnError: string | undefined;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly env: Environment;
  readonly run: RunScript | undefined;
  /** Whether it has outputs that its script does not set. */
  readonly hasOtherOutputs: boolean;
  readonly span: Span;
}

/** The value of `run`, or of the command that an action repeats. */
export interface RunScript {
  readonly source: string;
  /** `source`, mapped to the file; built on first use. */
  readonly script: MappedText;
  /** The word `run` or `command`. */
  readonly keySpan: Span;
  /** The value, from its `|` or its quote to its end. */
  readonly span: Span;
}

/** Variables by name. */
export type Environment = ReadonlyMap<string, EnvironmentVariable>;

/** A variable of an `env` mapping, or an input of `with`. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
  /** `value`, mapped to the file; built on first use. */
  readonly text: MappedText;
  /** The variable's name in the file. */
  readonly keySpan: Span;
}
