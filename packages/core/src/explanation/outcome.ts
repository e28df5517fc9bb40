import { restsOnGuess, type Judgement } from "../faults/index.js";
import { dataOf, faultsOf, placeOfFault, type JudgedRun } from "../findings/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { firstLine } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { faultReason } from "./fault-reason.js";
import { reachedReason } from "./reached-reason.js";
import type { ExplainedOutcome } from "./run-explanation.js";

/** What a run does, and why. */
export function explainOutcome(
  workflow: Workflow,
  { run, verdict }: JudgedRun,
  options: DiagnoseOptions,
): ExplainedOutcome {
  switch (verdict.kind) {
    case "noCodex":
      return {
        kind: "notInstalled",
        reason: `npm has no \`@openai/codex@${verdict.version}\`. The install ends with \`ETARGET\`, and Codex does not run.`,
        span: undefined,
      };
    case "undetermined":
      return {
        kind: "undetermined",
        reason: `config.toml depends on ${verdict.cause}. With what may come of that, Codex may bypass AWF's API proxy, and fails with 401 Unauthorized if it does.`,
        span: run.span,
      };
    case "noProxy":
    case "judged": {
      const { judgement } = verdict;
      const [named] = faultsOf(run, judgement, workflow.text, options);
      if (!named) return verdict.kind === "noProxy" ? UNGUARDED : withoutFault(judgement);
      const { fault, outcome } = named;
      const data = { awf: run.awfVersion ?? "latest", ...dataOf(fault, run) };
      return {
        kind: outcome,
        reason: faultReason(named, data, judgement),
        span: firstLine(workflow.text, placeOfFault(fault, run, judgement)),
      };
    }
  }
}

const UNGUARDED: ExplainedOutcome = {
  kind: "unguarded",
  reason: "AWF's API proxy is off. Codex has the real key, and no proxy to miss.",
  span: undefined,
};

/** Nothing to report: Codex reaches the proxy, or something that is not known may make it do so. */
function withoutFault(judgement: Judgement): ExplainedOutcome {
  const { outcome, reason } = judgement;
  if (outcome === "proxied") return { kind: "proxied", reason: reachedReason(reason), span: undefined };
  const isGateway = reason.kind === "unusableBaseUrl" && !restsOnGuess(judgement);
  return {
    kind: "undetermined",
    reason: isGateway
      ? `Model provider \`${reason.provider}\` goes to \`${reason.baseUrl}\`, which is not AWF's API proxy. Whether something answers there, and with which key, is not in this file.`
      : "It depends on a value in config.toml that only the running shell knows.",
    span: undefined,
  };
}
