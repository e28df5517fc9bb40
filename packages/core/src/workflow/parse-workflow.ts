import { fileText, once, type Span } from "../text/index.js";
import { entry, parseYaml, type YamlEntry, type YamlNode, type YamlProblem } from "../yaml/index.js";
import { lazyJob, readJobContent, readJobs, readRunDefaults, type JobContent } from "./job.js";
import { outlineOf, outlineOfJob, type Outline, type OutlineEntry } from "./outline.js";
import { readEnvironment } from "./step.js";
import { readTriggers } from "./triggers.js";
import type { Job, JobFilter, Workflow } from "./workflow.js";

const EVERY_JOB: JobFilter = { mayMatter: () => true, stepsMayMatter: () => true };

/**
 * Reads a workflow. Never throws: any text gives a model of what can be read. In a file with the usual layout, only
 * jobs that may matter are parsed, and parts on first use.
 */
export function parseWorkflow(text: string, filter: JobFilter = EVERY_JOB): Workflow {
  const outline = outlineOf(text);
  return outline ? outlinedWorkflow(text, outline, filter) : parseWholeWorkflow(text, filter);
}

/** Parses the whole file, whatever its layout. */
export function parseWholeWorkflow(text: string, filter: JobFilter = EVERY_JOB): Workflow {
  const file = fileText(text);
  const yaml = parseYaml(text);
  const entries = yaml.root?.kind === "mapping" ? yaml.root.entries() : [];
  const jobs = readJobs(file, entry(entries, "jobs")?.value, yaml.hasAliases, filter);
  const problems = once(() => {
    // A job is checked for keys that GitHub refuses when it is read. Jobs that do not matter may be read later.
    for (const job of jobs) if (job.mayMatter) job.steps.at(0);
    return [...yaml.problems];
  });
  return {
    text,
    triggers: readTriggers(entry(entries, "on")?.value),
    env: readEnvironment(file, entry(entries, "env")?.value),
    defaults: readRunDefaults(entries),
    jobs,
    get problems() {
      return problems();
    },
    filter,
  };
}

/** A workflow whose jobs are parsed on first use. */
export function outlinedWorkflow(text: string, outline: Outline, filter: JobFilter = EVERY_JOB): Workflow {
  const file = fileText(text);
  // The problems of a mapping's entries are found when the entries are read.
  const partProblems: (readonly YamlProblem[])[] = [];
  let whole: { readonly workflow: Workflow; readonly jobs: ReadonlyMap<string, Job> } | undefined;

  /** The value of an entry; `undefined` if it cannot be parsed by itself, or if the whole file is parsed already. */
  function valueOf(part: OutlineEntry): YamlNode | undefined {
    return whole ? undefined : entry(entriesOf(part) ?? [], part.key)?.value;
  }

  function entriesOf({ span }: OutlineEntry): readonly YamlEntry[] | undefined {
    const part = parseYaml(text.slice(span.start, span.end), span.start);
    const isSound = part.problems.length === 0 && !part.hasAliases && part.root?.kind === "mapping";
    if (!isSound) return undefined;
    partProblems.push(part.problems);
    return part.root.entries();
  }

  function readWhole(): NonNullable<typeof whole> {
    if (!whole) {
      const workflow = parseWholeWorkflow(text, filter);
      whole = { workflow, jobs: new Map(workflow.jobs.map((job) => [job.id, job])) };
    }
    return whole;
  }

  const parts = outline.jobs.map((part) => {
    const read = once((): JobContent => {
      const value = valueOf(part);
      return value
        ? readJobContent(file, value)
        : (readWhole().jobs.get(part.key) ?? readJobContent(file, undefined));
    });
    const source = text.slice(part.span.start, part.span.end);
    const mayMatter = filter.mayMatter(source) && stepsMayMatter(text, outline, part, filter);
    return { read, job: lazyJob({ id: part.key, idSpan: part.keySpan, source, mayMatter }, read) };
  });
  // Problems of other jobs, read later for the versions they install, must not change the result.
  const problems = once(() => {
    for (const { job, read } of parts) if (job.mayMatter) read();
    return whole?.workflow.problems ?? partProblems.flat();
  });
  const env = outline.env && valueOf(outline.env);
  const triggers = once(() => {
    if (!outline.on) return undefined;
    const entries = entriesOf(outline.on);
    return entries ? readTriggers(entry(entries, "on")?.value) : readWhole().workflow.triggers;
  });
  const defaults = once(() => {
    const entries = outline.defaults ? entriesOf(outline.defaults) : [];
    return entries ? readRunDefaults(entries) : readWhole().workflow.defaults;
  });
  return {
    text,
    get triggers() {
      return triggers();
    },
    get defaults() {
      return defaults();
    },
    env: outline.env && !env ? readWhole().workflow.env : readEnvironment(file, env),
    jobs: parts.map(({ job }) => job),
    get problems() {
      return problems();
    },
    filter,
  };
}

/** If the steps cannot be told apart, the job has to be parsed. */
function stepsMayMatter(
  text: string,
  { env, jobs }: Outline,
  part: OutlineEntry,
  filter: JobFilter,
): boolean {
  const textOf = ({ start, end }: Span): string => text.slice(start, end);
  const job = outlineOfJob(text, part);
  if (!job) return true;
  const around = [...job.around, ...(env ? [env.span] : [])];
  const readsOutputs = /\bneeds\b/i.test(textOf(part.span));
  const others = jobs.filter((other) => readsOutputs && other !== part);
  return filter.stepsMayMatter(
    job.steps.map(textOf),
    around.map(textOf),
    others.flatMap((other) => outlineOfJob(text, other)?.steps ?? [other.span]).map(textOf),
  );
}
