import type { CoreValue, YamlProblem } from "../yaml/index.js";
import type { MappedText, Span } from "../text/index.js";

/** A GitHub workflow, as far as it says what its scripts run. All spans are offsets in the file. */
export interface Workflow {
  readonly text: string;
  /** The events of `on`; `undefined` where it is not read, as in what is no workflow. */
  readonly triggers: readonly Trigger[] | undefined;
  readonly env: Environment;
  readonly defaults: RunDefaults;
  readonly jobs: readonly Job[];
  /** Why the parts that may matter are not good YAML. What could be read is still in the model. */
  readonly problems: readonly YamlProblem[];
  /** What it was read with. */
  readonly filter: JobFilter;
}

/** Tells by their texts which jobs may matter. The others are parsed only when they are asked for. */
export interface JobFilter {
  /** A look at a whole job. */
  mayMatter(source: string): boolean;
  /** A closer look, where steps can be told apart. `around` is what else of the file may give them variables. */
  stepsMayMatter(steps: readonly string[], around: readonly string[]): boolean;
}

/** An event that starts a workflow. */
export interface Trigger {
  readonly event: string;
  /** What a run by `workflow_dispatch` or `workflow_call` may be given. */
  readonly inputs: readonly WorkflowInput[];
}

export interface WorkflowInput {
  readonly name: string;
  readonly type: string | undefined;
  /** Of a choice. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
  readonly default: CoreValue | undefined;
}

/** `defaults.run`. */
export interface RunDefaults {
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
}

export interface Job {
  readonly id: string;
  readonly idSpan: Span;
  /** The job as it stands in the file: what is not in here is not in the job, unless an alias brings it in. */
  readonly source: string;
  /** Whether a look at its text lets it matter (`JobFilter`); where not, nothing has to be parsed. */
  readonly mayMatter: boolean;
  readonly env: Environment;
  readonly defaults: RunDefaults;
  /** The text of `if`. */
  readonly condition: string | undefined;
  readonly needs: readonly string[];
  readonly matrix: Matrix;
  /** Whether its steps run in a container, whose files and programs are not the runner's. */
  readonly hasContainer: boolean;
  /** The labels of `runs-on`, without those of a group of runners. */
  readonly runsOn: readonly string[];
  readonly steps: readonly Step[];
}

/** The combinations of `strategy.matrix`, each of which is a job of its own. */
export type Matrix =
  /** Each combination; a job without a matrix has one that is empty. */
  | { readonly kind: "known"; readonly combinations: readonly MatrixCombination[] }
  /** It is an expression, in whole or in part, or has more combinations than are looked at. */
  | { readonly kind: "unknown" };

export type MatrixCombination = ReadonlyMap<string, MatrixValue>;

export type MatrixValue = CoreValue | readonly MatrixValue[] | { readonly [name: string]: MatrixValue };

export interface Step {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly uses: string | undefined;
  /** What an action is given. */
  readonly with: Environment;
  /** The text of `if`. */
  readonly condition: string | undefined;
  /** The text of `continue-on-error`. */
  readonly continueOnError: string | undefined;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly env: Environment;
  readonly run: RunScript | undefined;
  readonly span: Span;
}

export interface RunScript {
  readonly source: string;
  /** `source`, with its places in the file; made when first asked for. */
  readonly script: MappedText;
  /** The word `run`. */
  readonly keySpan: Span;
  /** The value, from its `|` or its quote to its end. */
  readonly span: Span;
}

export type Environment = ReadonlyMap<string, EnvironmentVariable>;

export interface EnvironmentVariable {
  readonly name: string;
  readonly value: string;
  /** `value`, with its places in the file; made when first asked for. */
  readonly text: MappedText;
  /** The variable's name in the file. */
  readonly keySpan: Span;
}
