import { possibleReleases } from "../codex/releases/index.js";
import {
  assembleConfig,
  type DiagnoseOptions,
  findAddressFault,
  type FindingOutcome,
  type Judgement,
  mayBeReachable,
  locationOf,
  type UnknownCause,
} from "../faults/index.js";
import { type CodexRun, unknownSetter } from "../runs/index.js";
import type { Content, Unknown } from "../shell/index.js";
import { lineFeedAfter, lineStart } from "../text/index.js";
import { NOTHING } from "./assignment.js";
import { judge } from "./judge.js";
import { findDecidingPart, type JudgeWith, validValues } from "./possible-values.js";
import { unknownParts } from "./unknown-parts.js";

/** The judgement of a run on one way through the scripts, with one configuration. */
export interface WayJudgement {
  readonly judgement: Judgement;
  /** The outcome to report; `undefined` if there is none. */
  readonly outcome: FindingOutcome | undefined;
  /** An unknown that the outcome depends on, in addition to the way: another value would change the report. */
  readonly cause: UnknownCause | undefined;
}

/**
 * Judges a way with one configuration, for all possible values of unknown parts. `content` is `undefined` for no file.
 */
export function judgeWay(
  way: CodexRun,
  content: Content | undefined,
  options: DiagnoseOptions,
): WayJudgement {
  const config = content && assembleConfig(content);
  const judgeWith: JudgeWith = (values, release) => judge(way, config, options, values, release);
  const outcomeOf = (judgement: Judgement): FindingOutcome | undefined =>
    reportedOutcome(way, judgement, options);
  const plain = judgeWith(NOTHING);
  if (outcomeOf(plain) === undefined) return { judgement: plain, outcome: undefined, cause: undefined };
  const parts = unknownParts(way, config, options);
  const { judgement, values, unfit } = validValues(parts, judgeWith);
  const outcome = outcomeOf(judgement);
  if (outcome === undefined) return { judgement, outcome, cause: undefined };
  const differs = (other: Judgement): boolean => tellsApart(outcome, outcomeOf(other));
  return {
    judgement,
    outcome,
    cause:
      unfit ??
      guessAt(judgement) ??
      unknownKey(way, judgement) ??
      findDecidingPart(parts, judgement, values, judgeWith, differs) ??
      decidingRelease(way, (release) => differs(judgeWith(values, release))),
  };
}

/** Whether two outcomes differ in the report. A value that Codex rejects does not count: nobody would choose it. */
function tellsApart(outcome: FindingOutcome, other: FindingOutcome | undefined): boolean {
  if (other === "refused") return false;
  return other !== outcome && !(other === "missingKey" && outcome !== "refused");
}

/** The outcome to report for a judgement if AWF's API proxy is on; `undefined` if there is none. */
export function reportedOutcome(
  way: CodexRun,
  judgement: Judgement,
  options: DiagnoseOptions,
): FindingOutcome | undefined {
  switch (judgement.outcome) {
    case "direct":
    case "websocket":
      return judgement.outcome;
    case "proxied":
      return findAddressFault(way, judgement, options) && "wrongAddress";
    case "refused": {
      const { reason } = judgement;
      if (reason.kind === "missingEnvironmentVariable") return "missingKey";
      if (reason.kind !== "unusableBaseUrl") return "refused";
      const isOwnGateway = reason.problem === "otherHost" && mayBeReachable(reason.baseUrl);
      return isOwnGateway ? undefined : "wrongAddress";
    }
  }
}

/** An unknown part of the line where Codex stops reading config.toml. */
function guessAt({ config, reason }: Judgement): UnknownCause | undefined {
  if (!config || !("offset" in reason)) return undefined;
  const { text } = config.text;
  const location = locationOf(text, reason);
  if (!location) return undefined;
  const line = { start: lineStart(text, location.start), end: lineFeedAfter(text, location.end) };
  const guess = config.guesses.find(({ start, end }) => start <= line.end && end >= line.start);
  return guess && { kind: "undeterminedValue", unknown: guess.unknown };
}

/** What may have set the variable of `env_key`, although no step does. */
function unknownKey(way: CodexRun, { reason }: Judgement): UnknownCause | undefined {
  const unknown =
    reason.kind === "missingEnvironmentVariable" ? unknownSetter(way, reason.variable) : undefined;
  return unknown && { kind: "undeterminedValue", unknown };
}

function decidingRelease(way: CodexRun, differs: (release: string) => boolean): UnknownCause | undefined {
  const [, ...others] = possibleReleases(way.codexVersion);
  return others.some(differs) ? { kind: "undeterminedVersion", unknown: CODEX_VERSION } : undefined;
}

const CODEX_VERSION: Unknown = {
  id: "codex version",
  label: "the release of Codex",
  what: "the release of Codex that is installed",
  origin: { start: 0, end: 0 },
};
