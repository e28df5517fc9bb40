import lt from "semver/functions/lt.js";
import type { DiagnoseOptions } from "../../options.js";
import { codexOutcome, type OutcomeResult, type Outcome, type Reason } from "../outcome/index.js";
import { containerVariables, exactVersion, type CodexRun } from "../run/index.js";
import { assembleConfig, type AssembledConfig } from "./assembled-config.js";

/** What a run will do, by one configuration that it may find. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly reason: Reason;
  /** `undefined`: there is no config.toml. */
  readonly config: AssembledConfig | undefined;
}

export type Verdict =
  /** AWF's API proxy is off, or Codex is older than those that are looked at. */
  | { readonly kind: "unaffected" }
  | { readonly kind: "judged"; readonly judgement: Judgement }
  /** Codex may go to api.openai.com: it depends on something that the lock file does not tell. */
  | { readonly kind: "undetermined"; readonly cause: string };

/** The first release that reads no `OPENAI_BASE_URL` (measured; 0.119 was never published). */
const FIRST_AFFECTED = "0.120.0";

export function judgeRun(run: CodexRun, options: DiagnoseOptions): Verdict {
  const codex = exactVersion(run.codexVersion);
  const minimum = exactVersion(options.minimumCodexVersion) ?? FIRST_AFFECTED;
  if (!run.apiProxy.on || (codex && lt(codex, minimum))) return { kind: "unaffected" };
  // Where a file is written under a condition, the condition is taken to hold.
  const written = run.config.filter((content) => content !== undefined);
  const [first, ...others] = written.length > 0 ? written.map(assembleConfig) : [undefined];
  const judgements = [
    judge(run, first, options),
    ...others.map((config) => judge(run, config, options)),
  ] as const;
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

function judge(run: CodexRun, config: AssembledConfig | undefined, options: DiagnoseOptions): Judgement {
  const result = codexOutcome({
    ...(config && { config: config.text.text }),
    ...(run.codexVersion !== undefined && { codexVersion: run.codexVersion }),
    env: Object.fromEntries(containerVariables(run)),
    args: run.args,
  });
  return { ...atOwnProxy(result, options), config };
}

/** A base URL that the user names as the proxy's is one, wherever it points. */
function atOwnProxy({ outcome, reason }: OutcomeResult, { baseUrl }: DiagnoseOptions): OutcomeResult {
  const isOwn = reason.kind === "unusableBaseUrl" && reason.baseUrl === baseUrl;
  return isOwn ? { outcome: "proxied", reason } : { outcome, reason };
}
