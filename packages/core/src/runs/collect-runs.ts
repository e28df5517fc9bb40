import { apiProxyOf, type AwfConfiguration, type AwfStart, readCredentials } from "../awf/index.js";
import { modelArgument } from "../codex/command/index.js";
import { displayedPath, exportedUnknown, isHosted, isSelfHosted } from "../execution/index.js";
import { isCompiled, lockHeader } from "../gh-aw/index.js";
import { type CommandCall, exportedVariables, settersOf } from "../shell/index.js";
import type { Job, Step, Workflow } from "../workflow/index.js";
import type { ContainerFacts, RunCollector, AwfFacts } from "./awf-run.js";
import type { CodexRun } from "./codex-run.js";
import { codexVersionOf, noted, printCodexVersion } from "./codex-version.js";
import { configAt, configPathOf, missingHomeOf } from "./config-path.js";
import { answersOf, type FoundStart, startSpan } from "./container.js";
import { argumentLocationsOf, flagLocationOf } from "./flag-location.js";
import { flagsBeforeExec } from "./flags-before-exec.js";
import { isSameRun, runsOfCombinations } from "./group-runs.js";
import type { InstalledVersions } from "./installed-versions.js";
import { type PossibleStart, preparationOf } from "./possible-starts.js";
import type { FoundRun, Reach } from "./separate-calls.js";
import { withOtherFiles } from "./other-configuration.js";

/** Creates a collector for a job. A start on several ways becomes one run with several `ways`. */
export function createCollector(workflow: Workflow, job: Job, versions: InstalledVersions): RunCollector {
  const found: FoundRun[][] = [];
  const possible: PossibleStart[] = [];
  let calls = 0;
  let isStartedElsewhere = false;
  return {
    startCombination: () => void found.push([]),
    isCompiled: isCompiled(workflow),
    awfFacts: (awf, configuration, call) => awfFactsOf(awf, configuration, call, { workflow, job, versions }),
    recordStart(start, awf, awfFacts, step) {
      const run = createRun(start, awf, awfFacts, step, { workflow, job, versions });
      const reach = reachOf(start, run);
      return () => {
        const runs = found.at(-1);
        const same = runs?.find((known) => isSameRun(known.run, run));
        if (same) same.reached.push(reach);
        else runs?.push({ run, reached: [reach] });
      };
    },
    recordPossible(program, start, awf, awfFacts, step) {
      if (++calls > MAX_POSSIBLE_CALLS) return;
      const run = createRun(start, awf, awfFacts, step, { workflow, job, versions });
      const preparation = preparationOf(start, run);
      if (preparation && !possible.some((known) => known.program === program && isSameRun(known.run, run)))
        possible.push({ run, program, preparation });
    },
    noteUncontained() {
      isStartedElsewhere = true;
    },
    printVersion: (call, shell) => printCodexVersion(call, shell, job, versions),
    runs: () => runsOfCombinations(found),
    possibleStarts: () => (isStartedElsewhere || found.some((runs) => runs.length > 0) ? [] : possible),
  };
}

/** How many calls of programs that may start Codex are looked at in a job, which may call one in a loop. */
const MAX_POSSIBLE_CALLS = 50;

function reachOf({ call }: FoundStart, { answers }: CodexRun): Reach {
  const texts = answers.map(({ question, isYes }) => `${isYes ? "yes" : "no"} ${question}`);
  return { calls: call.state.calls, answers: new Set(texts) };
}

interface JobContext {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly versions: InstalledVersions;
}

function awfFactsOf(
  awf: AwfStart,
  configuration: AwfConfiguration,
  call: CommandCall,
  { workflow, job, versions }: JobContext,
): AwfFacts {
  const named = noted(call.state.notes.get("awf")) ?? versions.awf(job);
  const awfVersion = named ?? awf.imageTag?.split(",")[0];
  return {
    awfVersion,
    apiProxy: apiProxyOf(awf, configuration, call, awfVersion, named !== undefined || isCompiled(workflow)),
    credentials: readCredentials(call, workflow.text, {
      isHosted: isHosted(job),
      isSelfHosted: isSelfHosted(job),
    }),
    variables: exportedVariables(call.state),
  };
}

function createRun(
  start: FoundStart,
  awf: AwfStart,
  { awfVersion, apiProxy, credentials, variables, passedVariables, atStart }: ContainerFacts,
  step: Step,
  { workflow, job, versions }: JobContext,
): CodexRun {
  const path = configPathOf(start);
  const { unknowns } = start.call.state;
  const args = start.args.map(({ value }) => value);
  const codexVersion = codexVersionOf(start, job, versions);
  return {
    job,
    step,
    span: startSpan(start),
    starter: start.starter,
    codexVersion,
    awfVersion,
    awf: awf.configPath === undefined ? awf : { ...awf, configPath: displayedPath(awf.configPath, unknowns) },
    apiProxy,
    configPath: displayedPath(path, unknowns),
    missingHome: missingHomeOf(start, job),
    config: withOtherFiles(start, path, codexVersion, configAt(start, path, job)),
    args,
    argumentLocations: argumentLocationsOf(start),
    flagLocation: flagLocationOf(start),
    flagsBeforeExec: flagsBeforeExec(start),
    model: modelOf(args, codexVersion, variables, workflow),
    compiledModel: lockHeader(workflow)?.agentModel,
    credentials,
    variables,
    passedVariables,
    earlierSetter: awf.passesEnvironment ? exportedUnknown(start.call.state) : undefined,
    setters: settersOf(start.call.state),
    ownVariables: changedVariables(atStart, exportedVariables(start.call.state)),
    argumentTexts: start.args.map(({ text, maySplit }) => ({ text, maySplit })),
    answers: answersOf(start),
    ways: [],
    combinations: [],
  };
}

/** The variables that the container's own commands changed, without `HOME`, which AWF sets. */
function changedVariables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string | undefined> {
  const unset = [...before.keys()]
    .filter((name) => !after.has(name))
    .map((name) => [name, undefined] as const);
  return new Map(
    [...after, ...unset].filter(([name, value]) => name !== "HOME" && before.get(name) !== value),
  );
}

/** The variables that gh-aw sets to the model of the agent and of threat detection. */
const MODEL_VARIABLES = ["GH_AW_MODEL_AGENT_CODEX", "GH_AW_MODEL_DETECTION_CODEX"] as const;

/** The model that Codex uses, from its command line, the step's environment, or the header. */
function modelOf(
  args: readonly string[],
  codexVersion: string | undefined,
  variables: ReadonlyMap<string, string>,
  workflow: Workflow,
): string | undefined {
  return modelArgument(args, codexVersion) ?? modelVariable(variables) ?? lockHeader(workflow)?.agentModel;
}

function modelVariable(variables: ReadonlyMap<string, string>): string | undefined {
  for (const name of MODEL_VARIABLES) {
    const value = variables.get(name);
    if (value !== undefined && value !== "") return value;
  }
  return undefined;
}
