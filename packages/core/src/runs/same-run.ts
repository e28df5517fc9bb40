import { sameAlternatives } from "../shell/index.js";
import type { CodexRun } from "./codex-run.js";

export function isSamePlace(known: CodexRun, run: CodexRun): boolean {
  return known.step === run.step && known.span.start === run.span.start;
}

/** The next round of a loop, or another way, which does what the one before did. */
export function isSameRun(known: CodexRun, run: CodexRun): boolean {
  return (
    isSamePlace(known, run) &&
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

/** Those of the container, without what a runner has of itself. */
function variablesOf({ handedOn, ownVariables }: CodexRun): string {
  return [...handedOn, ...ownVariables]
    .filter(([name]) => !/^(?:GITHUB|RUNNER)_/.test(name))
    .map((pair) => pair.join("="))
    .join("\0");
}

export function haveSameCredentials({ credentials: known }: CodexRun, { credentials }: CodexRun): boolean {
  return (
    known.isComplete === credentials.isComplete &&
    known.given.size === credentials.given.size &&
    [...known.given].every((name) => credentials.given.has(name))
  );
}
