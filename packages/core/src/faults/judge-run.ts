import type { DiagnoseOptions } from "./options.js";
import { codexOutcome, type OutcomeResult } from "../codex/outcome/index.js";
import { namesModel, possibleReleases } from "../codex/releases/index.js";
import { awfChanges, lacksChange } from "../awf/index.js";
import { containerVariables, type CodexRun } from "../runs/index.js";
import { parseToml } from "../toml/index.js";
import { assembleConfig, type AssembledConfig } from "./assembled-config.js";

/** What a run will do, by one configuration that it may find. */
export type Judgement = OutcomeResult & {
  /** `undefined`: there is no config.toml. */
  readonly config: AssembledConfig | undefined;
};

export type Verdict =
  /** npm has no such Codex, so that the install fails and the run does not come to pass. */
  | { readonly kind: "noCodex"; readonly version: string }
  /** AWF's API proxy is off: Codex has the real key, and may go where it likes. */
  | { readonly kind: "noProxy"; readonly judgement: Judgement }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  /** Codex may go to api.openai.com: it depends on something that the lock file does not tell. */
  | { readonly kind: "undetermined"; readonly cause: string };

/** By the first configuration that the run may find; where AWF's API proxy is off, too. */
function judgeConfiguration(run: CodexRun, options: DiagnoseOptions): Judgement {
  const first = run.config.find((content) => content !== undefined);
  return judge(run, first && assembleConfig(first), options);
}

/** By the run, and by the option that the verdict depends on. */
const known = new WeakMap<CodexRun, Map<DiagnoseOptions["baseUrl"], Verdict>>();

/** Worked out once for a run, which several rules look at. */
export function judgeRun(run: CodexRun, options: DiagnoseOptions): Verdict {
  const verdicts = known.get(run) ?? new Map<DiagnoseOptions["baseUrl"], Verdict>();
  const verdict = verdicts.get(options.baseUrl) ?? computeVerdict(run, options);
  known.set(run, verdicts.set(options.baseUrl, verdict));
  return verdict;
}

function computeVerdict(run: CodexRun, options: DiagnoseOptions): Verdict {
  const { codexVersion } = run;
  if (codexVersion !== undefined && namesModel(codexVersion))
    return { kind: "noCodex", version: codexVersion };
  const ways = [run, ...run.others];
  if (ways.every(({ apiProxy }) => !apiProxy.on))
    return { kind: "noProxy", judgement: judgeConfiguration(run, options) };
  const judged = ways.map((way) => ({ way, judgements: judgeWay(way, options) }));
  if (judged.some(({ way, judgements }) => dependsOnRelease(way, judgements, options)))
    return { kind: "undetermined", cause: "which release of Codex it gets" };
  const judgements = judged.flatMap((one) => one.judgements);
  const unsure = judgements.find(
    (judgement) =>
      judgement.outcome !== "proxied" &&
      judgement.config?.uncertain !== undefined &&
      !isRefusedWhateverFollows(judgement),
  );
  if (unsure?.config?.uncertain !== undefined)
    return { kind: "undetermined", cause: `what ${unsure.config.uncertain} writes` };
  const direct = judgements.find(({ outcome }) => outcome === "direct");
  const [first] = judgements;
  if (!direct && first) return { kind: "judged", judgement: first };
  const isSure =
    judgements.every(({ outcome }) => outcome === "direct") && ways.every(({ apiProxy }) => apiProxy.on);
  return direct && isSure
    ? { kind: "judged", judgement: direct }
    : { kind: "undetermined", cause: "conditions in the scripts that write it" };
}

/** What closes a string or an array that is still open at the end of a text. */
const CLOSINGS = ['"""\n', "'''\n", "]\n"];

/** Whether Codex refuses what is known of config.toml, so that what a program adds to it makes no difference. */
function isRefusedWhateverFollows({ outcome, reason, config }: Judgement): boolean {
  // A value that only the run knows may be what makes it TOML.
  if (!config || config.guesses.length > 0 || outcome !== "refused") return false;
  if (reason.kind === "duplicateKey") return reason.source === "file";
  if (reason.kind !== "invalidToml") return false;
  return CLOSINGS.every((closing) => {
    const parsed = parseToml(config.text.text + closing);
    return "kind" in parsed && parsed.kind === "invalidToml" && parsed.offset === reason.offset;
  });
}

/** By each configuration that the start may find on one way through the scripts. */
function judgeWay(way: CodexRun, options: DiagnoseOptions): readonly Judgement[] {
  return way.config.map((content) => judge(way, content && assembleConfig(content), options));
}

/** Whether a run that fails with the newest release may get one with which it does not fail so. */
function dependsOnRelease(
  run: CodexRun,
  judgements: readonly Judgement[],
  options: DiagnoseOptions,
): boolean {
  const [, ...others] = possibleReleases(run.codexVersion);
  const failing = judgements.filter(({ outcome }) => outcome === "direct" || outcome === "refused");
  return failing.some(({ config, outcome }) =>
    others.some((release) => judge(run, config, options, release).outcome !== outcome),
  );
}

function judge(
  run: CodexRun,
  config: AssembledConfig | undefined,
  { baseUrl }: DiagnoseOptions,
  codexVersion: string | undefined = run.codexVersion,
): Judgement {
  const result = codexOutcome({
    ...(config && { config: config.text.text }),
    ...(codexVersion !== undefined && { codexVersion }),
    env: Object.fromEntries(containerVariables(run)),
    args: run.args,
    ...(baseUrl !== undefined && { proxyBaseUrl: baseUrl }),
    proxyHosts: proxyHosts(run),
  });
  return { ...result, config };
}

/** AWF's own name for its proxy is of no use where requests to it go to Squid. */
function proxyHosts({ awf, awfVersion }: CodexRun): readonly string[] {
  const hasName = awf.buildsLocally || !lacksChange(awfVersion, awfChanges.hostName);
  return hasName ? ["172.30.0.30", "api-proxy"] : ["172.30.0.30"];
}
