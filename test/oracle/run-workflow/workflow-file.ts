import { parse } from "yaml";

/** A YAML scalar, in which GitHub evaluates expressions. */
export type Scalar = string | number | boolean | null;

/** A YAML value, in whose scalars GitHub evaluates expressions. */
export type Template = Scalar | readonly Template[] | { readonly [key: string]: Template };

/** A YAML mapping. */
export type Mapping = Readonly<Record<string, Template>>;

/** A workflow, before expressions are evaluated. */
export interface WorkflowFile {
  readonly name: string;
  readonly events: Mapping;
  readonly env: Mapping;
  readonly defaults: RunDefaults;
  readonly jobs: readonly JobDefinition[];
}

/** `defaults.run` */
export interface RunDefaults {
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
}

/** A job, before expressions are evaluated. */
export interface JobDefinition {
  readonly id: string;
  readonly needs: readonly string[];
  readonly condition: Template | undefined;
  readonly env: Mapping;
  readonly defaults: RunDefaults;
  readonly matrix: Template | undefined;
  readonly outputs: Mapping;
  readonly continueOnError: Template | undefined;
  readonly container: Template | undefined;
  /** The reusable workflow that the job calls instead of having steps. */
  readonly uses: string | undefined;
  readonly steps: readonly StepDefinition[];
}

/** A step, before expressions are evaluated. */
export interface StepDefinition {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly condition: Template | undefined;
  readonly env: Mapping;
  readonly run: string | undefined;
  readonly uses: string | undefined;
  readonly with: Mapping;
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
}

/** Throws if the text is not YAML, or not a workflow with jobs. */
export function readWorkflow(text: string): WorkflowFile {
  const root: unknown = parse(text, { maxAliasCount: 1000 });
  if (!isMapping(root) || !isMapping(root.jobs)) throw new Error("This is not a workflow: it has no `jobs`.");
  return {
    name: textOf(root.name) ?? "workflow",
    events: eventsOf(root.on),
    env: mapping(root.env),
    defaults: runDefaults(root.defaults),
    jobs: Object.entries(root.jobs).map(([id, job]) => readJob(id, mapping(job))),
  };
}

/** Whether a YAML value is a mapping. */
export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value itself if it is a mapping, or else an empty one. */
export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

function readJob(id: string, job: Mapping): JobDefinition {
  return {
    id,
    needs: listOf(job.needs),
    condition: job.if,
    env: mapping(job.env),
    defaults: runDefaults(job.defaults),
    matrix: mapping(job.strategy).matrix,
    outputs: mapping(job.outputs),
    continueOnError: job["continue-on-error"],
    container: job.container,
    uses: textOf(job.uses),
    steps: Array.isArray(job.steps) ? job.steps.map((step: unknown) => readStep(mapping(step))) : [],
  };
}

function readStep(step: Mapping): StepDefinition {
  return {
    id: textOf(step.id),
    name: textOf(step.name),
    condition: step.if,
    env: mapping(step.env),
    run: textOf(step.run),
    uses: textOf(step.uses),
    with: mapping(step.with),
    shell: step.shell,
    workingDirectory: step["working-directory"],
    continueOnError: step["continue-on-error"],
    timeoutMinutes: step["timeout-minutes"],
  };
}

function runDefaults(defaults: unknown): RunDefaults {
  const { shell, "working-directory": workingDirectory } = mapping(mapping(defaults).run);
  return { shell, workingDirectory };
}

function textOf(value: Template | undefined): string | undefined {
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

function listOf(value: Template | undefined): readonly string[] {
  if (typeof value === "string") return [value];
  return Array.isArray(value) ? value.map(String) : [];
}

/** `on: push`, `on: [push]` and `on: {push: ...}` */
function eventsOf(value: Template | undefined): Mapping {
  return isMapping(value) ? value : Object.fromEntries(listOf(value).map((event) => [event, null]));
}
