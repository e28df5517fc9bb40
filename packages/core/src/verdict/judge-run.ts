import { namesModel } from "../codex/releases/index.js";
import type { DiagnoseOptions, Judgement, UnknownCause } from "../faults/index.js";
import type { CodexRun } from "../runs/index.js";
import type { Unknown } from "../shell/index.js";
import { judgeWay, reportedOutcome, type WayJudgement } from "./judge-way.js";
import { judgePlainly } from "./judge.js";

export type Verdict =
  /** npm has no such Codex, so that the install fails and the run does not come to pass. */
  | { readonly kind: "noCodex"; readonly version: string }
  /** AWF's API proxy is off: Codex has the real key, and may go where it likes. */
  | { readonly kind: "noProxy"; readonly judgement: Judgement }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  /** Something would be reported, but whether it is so depends on something that the file does not tell. */
  | { readonly kind: "undetermined"; readonly cause: UnknownCause };

/** A run, or the combination of its job's matrix that is worst, and what is to be said of it. */
export interface RunVerdict {
  readonly run: CodexRun;
  readonly verdict: Verdict;
}

/** By the run, and by the option that the verdict depends on. */
const known = new WeakMap<CodexRun, Map<DiagnoseOptions["baseUrl"], RunVerdict>>();

/** Worked out once for a run, which several rules look at. */
export function judgeRun(run: CodexRun, options: DiagnoseOptions): RunVerdict {
  const verdicts = known.get(run) ?? new Map<DiagnoseOptions["baseUrl"], RunVerdict>();
  const verdict = verdicts.get(options.baseUrl) ?? judgeCombinations(run, options);
  known.set(run, verdicts.set(options.baseUrl, verdict));
  return verdict;
}

/** Each combination of a matrix comes to pass: what one of them does counts, whatever the others do. */
function judgeCombinations(run: CodexRun, options: DiagnoseOptions): RunVerdict {
  const combinations = run.combinations.length > 0 ? run.combinations : [run];
  const judged = combinations.map((one) => ({ run: one, verdict: computeVerdict(one, options) }));
  const ranks = judged.map((one) => rankOf(one, options));
  return judged[ranks.indexOf(Math.max(...ranks))] ?? { run, verdict: computeVerdict(run, options) };
}

/** From 0, for nothing to report, to 4, for what is worst. */
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

/** As long as it is not known whether the proxy is on, it is taken to be. */
function withProxy(way: CodexRun): CodexRun {
  return way.apiProxy.on ? way : { ...way, apiProxy: { on: true, because: "version" } };
}

/** What a finding would rest on. */
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

/** The first question to which the ways had different answers. */
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
