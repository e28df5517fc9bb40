import { namesModel } from "../codex/releases/index.js";
import type { DiagnoseOptions, Judgement, UnknownCause } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { Unknown } from "../shell/index.js";
import { judgeWay, reportedOutcome, type WayJudgement } from "./judge-way.js";
import { judgePlainly } from "./judge.js";

/** The judgement of a run over all its ways. */
export type Verdict =
  /** npm has no such version of Codex, so the install fails and Codex does not run. */
  | { readonly kind: "noCodex"; readonly version: string }
  /** AWF's API proxy is off: Codex has the real key, and may connect anywhere. */
  | { readonly kind: "noProxy"; readonly judgement: Judgement }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  /** There may be a fault, but that depends on something that the file does not determine. */
  | { readonly kind: "undetermined"; readonly cause: UnknownCause };

/** A run, or the worst combination of its job's matrix, with its verdict. */
export interface RunVerdict {
  readonly run: CodexRun;
  readonly verdict: Verdict;
}

/** By run, and by the option that the verdict depends on. */
const known = new WeakMap<CodexRun, Map<DiagnoseOptions["baseUrl"], RunVerdict>>();

/** Judges a run. Memoized by run, because several rules ask for it. */
export function judgeRun(run: CodexRun, options: DiagnoseOptions): RunVerdict {
  const verdicts = known.get(run) ?? new Map<DiagnoseOptions["baseUrl"], RunVerdict>();
  const verdict = verdicts.get(options.baseUrl) ?? judgeCombinations(run, options);
  known.set(run, verdicts.set(options.baseUrl, verdict));
  return verdict;
}

/** The verdict of the worst combination: all combinations of a matrix run. */
function judgeCombinations(run: CodexRun, options: DiagnoseOptions): RunVerdict {
  const combinations = run.combinations.length > 0 ? run.combinations : [run];
  const judged = combinations.map((one) => ({ run: one, verdict: computeVerdict(one, options) }));
  const ranks = judged.map((one) => rankOf(one, options));
  return judged[ranks.indexOf(Math.max(...ranks))] ?? { run, verdict: computeVerdict(run, options) };
}

/** From 0, nothing to report, to 4, the worst. */
function rankOf({ run, verdict }: RunVerdict, options: DiagnoseOptions): number {
  if (verdict.kind === "undetermined") return 2;
  if (verdict.kind !== "judged") return 0;
  const outcome = reportedOutcome(run, verdict.judgement, options);
  if (outcome === undefined) return 0;
  if (outcome === "direct") return 4;
  return outcome === "websocket" ? 1 : 3;
}

function computeVerdict(run: CodexRun, options: DiagnoseOptions): Verdict {
  const { codexVersion } = run;
  if (codexVersion !== undefined && namesModel(codexVersion))
    return { kind: "noCodex", version: codexVersion };
  const ways = run.ways.length > 0 ? run.ways : [run];
  const off = ways.filter(isOff);
  if (off.length === ways.length) return { kind: "noProxy", judgement: judgePlainly(run, options) };
  const judged = ways.flatMap((way) =>
    isOff(way) ? [] : way.config.map((content) => ({ way, ...judgeWay(withProxy(way), content, options) })),
  );
  const unsure = judged.map(causeOf).find((cause) => cause !== undefined);
  if (unsure) return { kind: "undetermined", cause: unsure };
  const [first] = judged;
  const isSame = judged.every(({ outcome }) => outcome === first?.outcome);
  if (first && isSame && (first.outcome === undefined || off.length === 0))
    return { kind: "judged", judgement: first.judgement };
  const failing = judged.find(({ outcome }) => outcome !== undefined);
  const others = [
    ...off,
    ...judged.filter(({ outcome }) => outcome !== failing?.outcome).map(({ way }) => way),
  ];
  return { kind: "undetermined", cause: condition(failing?.way ?? run, others) };
}

/** Whether AWF's API proxy is known to be off. */
function isOff({ apiProxy }: CodexRun): boolean {
  return !apiProxy.on && apiProxy.unknown === undefined;
}

/** Assumes that the proxy is on if that is not known. */
function withProxy(way: CodexRun): CodexRun {
  return way.apiProxy.on ? way : { ...way, apiProxy: { on: true, because: "version" } };
}

/** The unknown that a finding would depend on, if any. */
function causeOf({
  way: { apiProxy },
  outcome,
  cause,
}: WayJudgement & { readonly way: CodexRun }): UnknownCause | undefined {
  if (outcome === undefined || cause) return cause;
  return !apiProxy.on && apiProxy.unknown
    ? { kind: "undeterminedProxy", unknown: apiProxy.unknown }
    : undefined;
}

/** The first question with different answers on `run` and the other ways. */
function condition(run: CodexRun, others: readonly CodexRun[]): UnknownCause {
  for (const { question, isYes, about } of run.answers) {
    const isOther = others.some(({ answers }) =>
      answers.some((answer) => answer.question === question && answer.isYes !== isYes),
    );
    if (isOther && about) return { kind: "undeterminedCondition", unknown: about };
  }
  const conditions: Unknown = {
    id: "conditions",
    label: "",
    what: "conditions in the scripts",
    origin: { start: 0, end: 0 },
  };
  return { kind: "undeterminedCondition", unknown: conditions };
}
