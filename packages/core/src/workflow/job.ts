import { once, type MappedText } from "../text/index.js";
import { entry, textOf, type YamlEntry, type YamlNode } from "../yaml/index.js";
import { readMatrix } from "./matrix.js";
import { readEnvironment, readStep } from "./step.js";
import type { Job, JobContainer, JobFilter, RunDefaults } from "./workflow.js";

/** The members of a job that have to be parsed. */
export type JobContent = Pick<
  Job,
  | "env"
  | "defaults"
  | "condition"
  | "needs"
  | "continueOnError"
  | "outputs"
  | "matrix"
  | "container"
  | "volumes"
  | "runsOn"
  | "steps"
>;

/** The members of a job that its outline gives, without a parser. */
export type JobTitle = Omit<Job, keyof JobContent>;

/** Reads the `jobs` mapping, without jobs and steps that are not mappings. An alias may refer to other jobs' steps. */
export function readJobs(
  file: MappedText,
  node: YamlNode | undefined,
  hasAliases: boolean,
  filter: JobFilter,
): Job[] {
  if (node?.kind !== "mapping") return [];
  return node.entries().flatMap(({ key, keySpan, value }) => {
    if (value?.kind !== "mapping") return [];
    const source = file.text.slice(keySpan.start, Math.max(keySpan.start, value.span.end));
    // Everything is parsed already, so the coarse filter is enough.
    const title = { id: key, idSpan: keySpan, source, mayMatter: hasAliases || filter.mayMatter(source) };
    return [
      lazyJob(
        title,
        once(() => readJobContent(file, value)),
      ),
    ];
  });
}

/** A job whose content is read on first use. */
export function lazyJob(title: JobTitle, read: () => JobContent): Job {
  return {
    ...title,
    get env() {
      return read().env;
    },
    get defaults() {
      return read().defaults;
    },
    get condition() {
      return read().condition;
    },
    get needs() {
      return read().needs;
    },
    get continueOnError() {
      return read().continueOnError;
    },
    get outputs() {
      return read().outputs;
    },
    get matrix() {
      return read().matrix;
    },
    get container() {
      return read().container;
    },
    get volumes() {
      return read().volumes;
    },
    get runsOn() {
      return read().runsOn;
    },
    get steps() {
      return read().steps;
    },
  };
}

/** Reads the content of a job from the node of its value. */
export function readJobContent(file: MappedText, node: YamlNode | undefined): JobContent {
  const entries = node?.kind === "mapping" ? node.entries() : [];
  const steps = entry(entries, "steps")?.value;
  return {
    env: readEnvironment(file, entry(entries, "env")?.value),
    defaults: readRunDefaults(entries),
    condition: textOf(entries, "if"),
    needs: readTexts(entry(entries, "needs")?.value),
    continueOnError: textOf(entries, "continue-on-error"),
    outputs: readEnvironment(file, entry(entries, "outputs")?.value),
    matrix: readMatrix(entry(entries, "strategy")?.value),
    container: readContainer(file, entry(entries, "container")?.value),
    volumes: readVolumes(entries),
    runsOn: readRunsOn(entry(entries, "runs-on")?.value),
    steps:
      steps?.kind === "sequence"
        ? steps.items().flatMap((step) => (step.kind === "mapping" ? [readStep(file, step)] : []))
        : [],
  };
}

/** `container: node:22`, or a mapping with `image` and `env`. */
function readContainer(file: MappedText, node: YamlNode | undefined): JobContainer | undefined {
  if (node === undefined) return undefined;
  if (node.kind !== "mapping") return { image: node.kind === "scalar" ? node.value : "", env: new Map() };
  const entries = node.entries();
  return { image: textOf(entries, "image") ?? "", env: readEnvironment(file, entry(entries, "env")?.value) };
}

/** One text, such as `needs: build`, or a list of them. */
function readTexts(node: YamlNode | undefined): readonly string[] {
  if (node?.kind === "scalar") return [node.value];
  return node?.kind === "sequence"
    ? node.items().flatMap((item) => (item.kind === "scalar" ? [item.value] : []))
    : [];
}

/** The volumes of the job's container, by their path in it, and those of services, by their path on the machine. */
function readVolumes(entries: readonly YamlEntry[]): readonly string[] {
  const volumesOf = (node: YamlNode | undefined): readonly string[] =>
    node?.kind === "mapping" ? readTexts(entry(node.entries(), "volumes")?.value) : [];
  const container = entry(entries, "container")?.value;
  const services = entry(entries, "services")?.value;
  const ofServices = services?.kind === "mapping" ? services.entries() : [];
  return [
    ...volumesOf(container).map((volume) => volume.split(":")[1] ?? volume),
    ...ofServices.flatMap(({ value }) => volumesOf(value)).map((volume) => volume.split(":")[0] ?? volume),
  ].filter((path) => path.startsWith("/"));
}

/** The labels of `runs-on`. A group of runners counts as a label, too: its name is no standard label. */
function readRunsOn(node: YamlNode | undefined): readonly string[] {
  if (node?.kind !== "mapping") return readTexts(node);
  const entries = node.entries();
  const group = textOf(entries, "group");
  return [...(group === undefined ? [] : [`group ${group}`]), ...readTexts(entry(entries, "labels")?.value)];
}

/** Reads `defaults.run` of a workflow or a job. */
export function readRunDefaults(entries: readonly YamlEntry[]): RunDefaults {
  const defaults = entry(entries, "defaults")?.value;
  const run = defaults?.kind === "mapping" ? entry(defaults.entries(), "run")?.value : undefined;
  const ofRun = run?.kind === "mapping" ? run.entries() : [];
  return { shell: textOf(ofRun, "shell"), workingDirectory: textOf(ofRun, "working-directory") };
}
