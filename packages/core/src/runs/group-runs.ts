import { sameAlternatives, type Alternatives } from "../shell/index.js";
import type { CodexRun } from "./codex-run.js";
import { type FoundRun, separateCalls } from "./separate-calls.js";

/** The runs of all combinations of a matrix, one for each start. */
export function runsOfCombinations(found: readonly (readonly FoundRun[])[]): readonly CodexRun[] {
  const different: (readonly FoundRun[])[] = [];
  for (const runs of found) if (!different.some((others) => areSameRuns(others, runs))) different.push(runs);
  return groupRuns(different.flatMap((runs) => runs.map(({ run }) => run))).map((run) => {
    const combinations = different.flatMap((runs) =>
      separateCalls(runs.filter((other) => isSameStart(other.run, run))).flatMap((same) =>
        groupRuns(same.map((other) => other.run)),
      ),
    );
    return combinations.length > 1 ? { ...run, combinations } : run;
  });
}

/** Whether two combinations of a matrix have the same runs. */
function areSameRuns(known: readonly FoundRun[], runs: readonly FoundRun[]): boolean {
  return (
    known.length === runs.length && runs.every(({ run }) => known.some((other) => isSameRun(other.run, run)))
  );
}

/** Merges the runs of each start into one with `ways`, in the order in which they were found. */
function groupRuns(found: readonly CodexRun[]): readonly CodexRun[] {
  const runs: CodexRun[] = [];
  for (const run of found) {
    const index = runs.findIndex((known) => isSameStart(known, run));
    const known = runs[index];
    if (!known) runs.push(run);
    else
      runs[index] = {
        ...known,
        config: joinedConfigs(known, run),
        credentials: haveSameCredentials(known, run)
          ? known.credentials
          : {
              given: new Set([...known.credentials.given, ...run.credentials.given]),
              isComplete: false,
              isReset: known.credentials.isReset && run.credentials.isReset,
            },
        ways: [...(known.ways.length > 0 ? known.ways : [known]), run],
      };
  }
  return runs;
}

/** The possible contents of the file in both runs, if they read the same file. */
function joinedConfigs(known: CodexRun, run: CodexRun): Alternatives {
  if (known.configPath !== run.configPath) return known.config;
  const added = run.config.filter(
    (content) => !known.config.some((other) => sameAlternatives([other], [content])),
  );
  return [...known.config, ...added];
}

function isSameStart(known: CodexRun, run: CodexRun): boolean {
  return known.step === run.step && known.span.start === run.span.start;
}

/** Whether two runs of the same start do the same, such as those of two rounds of a loop. */
export function isSameRun(known: CodexRun, run: CodexRun): boolean {
  return (
    isSameStart(known, run) &&
    known.configPath === run.configPath &&
    known.missingHome === run.missingHome &&
    known.codexVersion === run.codexVersion &&
    known.awfVersion === run.awfVersion &&
    known.apiProxy.on === run.apiProxy.on &&
    haveSameCredentials(known, run) &&
    known.args.join("\0") === run.args.join("\0") &&
    variablesOf(known) === variablesOf(run) &&
    sameAlternatives(known.config, run.config)
  );
}

/** The variables of the container as text, without the runner's own. */
function variablesOf({ passedVariables, ownVariables }: CodexRun): string {
  return [...passedVariables, ...ownVariables]
    .filter(([name]) => !/^(?:GITHUB|RUNNER)_/.test(name))
    .map((pair) => pair.join("="))
    .join("\0");
}

function haveSameCredentials({ credentials: known }: CodexRun, { credentials }: CodexRun): boolean {
  return (
    known.isComplete === credentials.isComplete &&
    known.isReset === credentials.isReset &&
    known.given.size === credentials.given.size &&
    [...known.given].every((name) => credentials.given.has(name))
  );
}
