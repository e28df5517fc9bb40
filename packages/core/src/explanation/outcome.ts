import {
  type DiagnoseOptions,
  type Fault,
  findFaults,
  type Judgement,
  restsOnGuess,
} from "../faults/index.js";
import { faultData, locationOfFault, ruleOfOutcome, runData, undeterminedData } from "../findings/index.js";
import { problemOf } from "../messages/index.js";
import { firstLine } from "../text/index.js";
import type { JudgedRun } from "../verdict/index.js";
import type { Workflow } from "../workflow/index.js";
import { reachedReason } from "./reached-reason.js";
import type { ExplainedOutcome } from "./run-explanation.js";

/** Explains what a run does, and why. */
export function explainOutcome(
  workflow: Workflow,
  { run, verdict }: JudgedRun,
  options: DiagnoseOptions,
): ExplainedOutcome {
  switch (verdict.kind) {
    case "noCodex":
      return {
        kind: "notInstalled",
        reason: problemOf("codex-unknown-version", "modelName", {
          ...runData(run),
          version: verdict.version,
        }),
        span: undefined,
      };
    case "undetermined":
      return {
        kind: "undetermined",
        reason: problemOf(
          "codex-undetermined",
          verdict.cause.kind,
          undeterminedData(workflow, run, verdict.cause),
        ),
        span: run.span,
      };
    case "noProxy":
    case "judged": {
      const { judgement } = verdict;
      const [named] = findFaults(run, judgement, workflow.text, options);
      if (!named) return verdict.kind === "noProxy" ? UNGUARDED : withoutFault(judgement);
      const { fault, outcome, kind } = named;
      const problem = problemOf(ruleOfOutcome[outcome], kind, faultData(fault, run));
      return {
        kind: outcome,
        reason: `${problem}${detail(fault, judgement)}`,
        span: firstLine(workflow.text, locationOfFault(fault, run, judgement)),
      };
    }
  }
}

/** A sentence, after the problem, about what selected the built-in provider. */
function detail(fault: Fault, { reason, config }: Judgement): string {
  if (fault.kind !== "noProvider") return "";
  if (!("selection" in reason) || reason.selection.by === "default")
    return config ? "" : " There is no config.toml.";
  return reason.selection.by === "key" && reason.selection.source === "commandLine"
    ? " The command line selects the built-in provider `openai`."
    : " `model_provider` selects the built-in provider `openai`.";
}

const UNGUARDED: ExplainedOutcome = {
  kind: "unguarded",
  reason: "AWF's API proxy is off, so Codex has the real key and needs no proxy.",
  span: undefined,
};

/** The outcome without a fault: Codex reaches the proxy, or may reach it, depending on an unknown value. */
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
