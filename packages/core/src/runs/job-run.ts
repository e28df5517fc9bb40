import {
  baseName,
  createState,
  forkState,
  readFile,
  runCommand,
  runScript,
  sameAlternatives,
  scopeOf,
  SUCCESS,
  wordText,
  type CommandCall,
  type CommandResult,
  type Files,
  type Program,
} from "../shell/index.js";
import type { Environment, Job, Step, Workflow } from "../workflow/index.js";
import { apiProxyOf, readAwfCall, readCredentials, type AwfStart } from "../awf/index.js";
import type { CodexRun } from "./codex-run.js";
import { readCodexInstall } from "../codex/command/index.js";
import { configPathOf } from "./config-path.js";
import { mayAddVariables } from "./added-variables.js";
import { startSpan, watchContainer, type FoundStart } from "./container.js";
import { argumentPlacesOf, flagPlaceOf } from "./flag-place.js";
import { flagsBeforeExec } from "./flags-before-exec.js";
import { readAwfInstall, type InstalledVersions } from "./installed-versions.js";
import { modelOf } from "./model.js";
import { lockHeader, runGateway, runProviderFilter, stageThreatDetection } from "../gh-aw/index.js";
import { namedEnvironment, stepVariables } from "./step-environment.js";

/** What a job's steps hand on to the next ones. */
interface JobState {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly versions: InstalledVersions;
  readonly files: Files;
  codexVersion: string | undefined;
  awfVersion: string | undefined;
  readonly runs: CodexRun[];
}

/** Works through a job's scripts in order, as far as they are Bash, and notes each start of Codex in AWF. */
export function runJob(workflow: Workflow, job: Job, versions: InstalledVersions): readonly CodexRun[] {
  const state: JobState = {
    workflow,
    job,
    versions,
    files: new Map(),
    runs: [],
    codexVersion: undefined,
    awfVersion: undefined,
  };
  if (isNever(job.condition)) return [];
  for (const step of job.steps) {
    if (!step.run || isNever(step.condition) || !isBash(step.shell)) continue;
    const scope = scopeOf(stepVariables(workflow, job, step, state.files));
    const environment = namedEnvironment(workflow, job, step);
    runScript(step.run.script, createState(scope, state.files), runnerPrograms(state, step, environment));
  }
  return state.runs;
}

function isNever(condition: string | undefined): boolean {
  return condition !== undefined && /^(false|\$\{\{\s*false\s*\}\})$/.test(condition.trim());
}

/** `bash`, `sh`, or a command line with one of them such as `/bin/bash -e {0}`; Bash runs without a word. */
function isBash(shell: string | undefined): boolean {
  return shell === undefined || shell.split(/\s+/).some((word) => ["bash", "sh"].includes(baseName(word)));
}

/** The programs that gh-aw's scripts run on the runner itself. */
function runnerPrograms(state: JobState, step: Step, environment: Environment): Program {
  return (call) => {
    const awf = readAwfCall(call);
    if (awf) return runAwf(awf, call, state, step, environment);
    state.codexVersion = readCodexInstall(call) ?? state.codexVersion;
    state.awfVersion = readAwfInstall(call) ?? state.awfVersion;
    return runGateway(call, environment) ?? runProviderFilter(call) ?? stageThreatDetection(call);
  };
}

/** Runs what stands behind AWF's options: one word is a script, several are a command. */
function runAwf(
  awf: AwfStart,
  call: CommandCall,
  state: JobState,
  step: Step,
  environment: Environment,
): CommandResult {
  const found: FoundStart[] = [];
  const container = watchContainer(environment.has("CODEX_HOME"), (start) => found.push(start));
  const inside = forkState(call.state);
  const [first, ...rest] = awf.command;
  if (rest.length === 0 && /\s/.test(first.value)) {
    runScript(wordText(call.script, first.word, inside.scope).text, inside, container.program);
  } else {
    runCommand({ ...call, state: inside }, awf.command, container.program);
  }
  container.finish();
  state.codexVersion = container.installedCodex() ?? state.codexVersion;
  for (const start of found) {
    const run = createRun(start, awf, call, state, step);
    if (!state.runs.some((known) => isSameRun(known, run))) state.runs.push(run);
  }
  return SUCCESS;
}

/** The next round of a loop, which does what the one before did. */
function isSameRun(known: CodexRun, run: CodexRun): boolean {
  return (
    known.step === run.step &&
    known.span.start === run.span.start &&
    known.configPath === run.configPath &&
    known.codexVersion === run.codexVersion &&
    known.args.join("\0") === run.args.join("\0") &&
    sameAlternatives(known.config, run.config)
  );
}

function createRun(
  start: FoundStart,
  awf: AwfStart,
  call: CommandCall,
  state: JobState,
  step: Step,
): CodexRun {
  const { workflow, job, versions } = state;
  const configPath = configPathOf(start);
  const awfVersion = state.awfVersion ?? versions.awf(job) ?? awf.imageTag?.split(",")[0];
  const { variables } = call.state.scope;
  const args = start.args.map(({ value }) => value);
  return {
    job,
    step,
    span: startSpan(start),
    starter: start.starter,
    codexVersion: start.version ?? state.codexVersion ?? versions.codex(),
    awfVersion,
    awf,
    apiProxy: apiProxyOf(awf, call, awfVersion),
    credentials: readCredentials(call, mayAddVariables(job, step)),
    configPath,
    config: readFile(start.call.state.files, configPath),
    args,
    argumentPlaces: argumentPlacesOf(start),
    flagPlace: flagPlaceOf(start),
    flagsBeforeExec: flagsBeforeExec(start),
    model: modelOf(args, variables, workflow),
    compiledModel: lockHeader(workflow)?.agentModel,
    variables: new Map(variables),
    ownVariables: changedVariables(variables, start.call.state.scope.variables),
  };
}

function changedVariables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...after].filter(([name, value]) => before.get(name) !== value));
}
