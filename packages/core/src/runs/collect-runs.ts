import { exportedVariables, sameAlternatives, type Alternatives, type CommandCall } from "../shell/index.js";
import type { Job, Step, Workflow } from "../workflow/index.js";
import { apiProxyOf, readCredentials, type AwfStart } from "../awf/index.js";
import { UNKNOWN_VERSION } from "../codex/releases/index.js";
import { lockHeader } from "../gh-aw/index.js";
import { mayAddVariables } from "./added-variables.js";
import type { ContainerSurroundings, RunCollector, Surroundings } from "./awf-run.js";
import { answersOf } from "./answers.js";
import type { CodexRun } from "./codex-run.js";
import { isCompiled } from "./compiled-workflow.js";
import { configAt, configPathOf, missingHomeOf } from "./config-path.js";
import { startSpan, type FoundStart } from "./container.js";
import { argumentPlacesOf, flagPlaceOf } from "./flag-place.js";
import { flagsBeforeExec } from "./flags-before-exec.js";
import type { InstalledVersions } from "./installed-versions.js";
import { modelOf } from "./model.js";
import { displayedPath } from "./runner.js";
import { haveSameCredentials, isSamePlace, isSameRun } from "./same-run.js";

/** Collects the starts of Codex in a job: one on several ways is one run that may find one of several things. */
export function createCollector(workflow: Workflow, job: Job, versions: InstalledVersions): RunCollector {
  const found: CodexRun[] = [];
  return {
    isCompiled: isCompiled(workflow),
    surroundings: (awf, call, step) => surroundingsOf(awf, call, step, { workflow, job, versions }),
    look(start, awf, surroundings, step) {
      const run = createRun(start, awf, surroundings, step, { workflow, job, versions });
      return () => {
        if (!found.some((known) => isSameRun(known, run))) found.push(run);
      };
    },
    runs: () => groupRuns(found),
  };
}

/** Each place once, in the order in which they were found. */
function groupRuns(found: readonly CodexRun[]): readonly CodexRun[] {
  const runs: CodexRun[] = [];
  for (const run of found) {
    const index = runs.findIndex((known) => isSamePlace(known, run));
    const known = runs[index];
    if (!known) runs.push(run);
    else
      runs[index] = {
        ...known,
        config: united(known, run),
        credentials: haveSameCredentials(known, run)
          ? known.credentials
          : {
              given: new Set([...known.credentials.given, ...run.credentials.given]),
              isComplete: false,
            },
        ways: [...(known.ways.length > 0 ? known.ways : [known]), run],
      };
  }
  return runs;
}

/** All that the file may hold, where the runs look for the same one. */
function united(known: CodexRun, run: CodexRun): Alternatives {
  if (known.configPath !== run.configPath) return known.config;
  const added = run.config.filter(
    (content) => !known.config.some((other) => sameAlternatives([other], [content])),
  );
  return [...known.config, ...added];
}

interface Place {
  readonly workflow: Workflow;
  readonly job: Job;
  readonly versions: InstalledVersions;
}

function surroundingsOf(
  awf: AwfStart,
  call: CommandCall,
  step: Step,
  { workflow, job, versions }: Place,
): Surroundings {
  const named = noted(call.state.notes.get("awf")) ?? versions.awf(job);
  const awfVersion = named ?? awf.imageTag?.split(",")[0];
  return {
    awfVersion,
    apiProxy: apiProxyOf(awf, call, awfVersion, named !== undefined || isCompiled(workflow)),
    credentials: readCredentials(call, workflow.text, mayAddVariables(job, step)),
    variables: exportedVariables(call.state),
  };
}

function createRun(
  start: FoundStart,
  awf: AwfStart,
  { awfVersion, apiProxy, credentials, variables, handedOn }: ContainerSurroundings,
  step: Step,
  { workflow, job, versions }: Place,
): CodexRun {
  const path = configPathOf(start);
  const { unknowns } = start.call.state;
  const args = start.args.map(({ value }) => value);
  return {
    job,
    step,
    span: startSpan(start),
    starter: start.starter,
    codexVersion: start.version ?? noted(start.call.state.notes.get("codex")) ?? versions.codex(job),
    awfVersion,
    awf: awf.configPath === undefined ? awf : { ...awf, configPath: displayedPath(awf.configPath, unknowns) },
    apiProxy,
    configPath: displayedPath(path, unknowns),
    missingHome: missingHomeOf(start),
    config: configAt(start, path),
    args,
    argumentPlaces: argumentPlacesOf(start),
    flagPlace: flagPlaceOf(start),
    flagsBeforeExec: flagsBeforeExec(start),
    model: modelOf(args, variables, workflow),
    compiledModel: lockHeader(workflow)?.agentModel,
    credentials,
    variables,
    handedOn,
    ownVariables: changedVariables(handedOn, exportedVariables(start.call.state)),
    argumentTexts: start.args.map(({ text, maySplit }) => ({ text, maySplit })),
    answers: answersOf(start),
    ways: [],
  };
}

/** What the container's own commands set; AWF gives it a home of its own. */
function changedVariables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...after].filter(([name, value]) => name !== "HOME" && before.get(name) !== value));
}

/** What was noted; where it is one of several things, or not known, any. */
function noted(note: string | undefined): string | undefined {
  return note?.includes("\0") === true || note?.includes("\u0001") === true ? UNKNOWN_VERSION : note;
}
