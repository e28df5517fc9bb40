import type { DiagnoseOptions } from "./options.js";
import { codexOutcome, type OutcomeResult } from "../codex/outcome/index.js";
import { namesModel, possibleReleases } from "../codex/releases/index.js";
import { awfChanges, lacksChange } from "../awf/index.js";
import { containerVariables, type CodexRun } from "../runs/index.js";
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
  if (!run.apiProxy.on) return { kind: "noProxy", judgement: judgeConfiguration(run, options) };
  // Where a file is written under a condition, the condition is taken to hold.
  const written = run.config.filter((content) => content !== undefined);
  const [first, ...others] = written.length > 0 ? written.map(assembleConfig) : [undefined];
  const judgements = [
    judge(run, first, options),
    ...others.map((config) => judge(run, config, options)),
  ] as const;
  if (dependsOnRelease(run, judgements, options))
    return { kind: "undetermined", cause: "which release of Codex it gets" };
  const direct = judgements.find(({ outcome }) => outcome === "direct");
  if (!direct) return { kind: "judged", judgement: judgements[0] };
  if (judgements.some(({ outcome }) => outcome !== "direct")) {
    return { kind: "undetermined", cause: "conditions in the scripts that write it" };
  }
  const program = judgements
    .map(({ config }) => config?.uncertain)
    .find((uncertain) => uncertain !== undefined);
  if (program !== undefined) return { kind: "undetermined", cause: `what ${program} writes` };
  return { kind: "judged", judgement: direct };
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
