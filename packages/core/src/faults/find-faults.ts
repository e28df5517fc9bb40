import type { CodexRun } from "../runs/index.js";
import { findAddressFault, findProxyOff } from "./address-fault.js";
import { mayBeReachable } from "./base-url-problem.js";
import { envKeyProblem, findExpandedEnvKey } from "./env-key-fault.js";
import { type Fault, findFault } from "./fault.js";
import type { FindingKinds } from "./finding-kinds.js";
import type { Judgement } from "./judgement.js";
import type { DiagnoseOptions, FindingOutcome } from "./options.js";

/** A fault with the outcome and the kind to report. */
export type NamedFault = { readonly fault: Fault } & {
  [Outcome in FindingOutcome]: { readonly outcome: Outcome; readonly kind: FindingKinds[Outcome] };
}[FindingOutcome];

/**
 * All faults that prevent a run from getting an answer of AWF's proxy over plain HTTP. `fileText` is the text of the
 * lock file, which the run's spans refer to.
 */
export function findFaults(
  run: CodexRun,
  judgement: Judgement,
  fileText: string,
  options: DiagnoseOptions,
): readonly NamedFault[] {
  const faults = run.apiProxy.on
    ? [
        findFault(judgement) ?? findExpandedEnvKey(run, judgement, fileText),
        findAddressFault(run, judgement, options),
      ]
    : [findProxyOff(run, judgement, options)];
  return faults.flatMap((fault) => (fault && !isOwnGateway(fault) ? [withName(fault, run)] : []));
}

/** Whether the address may be that of a user's own gateway, with its own key. */
function isOwnGateway(fault: Fault): boolean {
  return (
    fault.kind === "refused" &&
    fault.reason.kind === "unusableBaseUrl" &&
    fault.reason.problem === "otherHost" &&
    mayBeReachable(fault.reason.baseUrl)
  );
}

function withName(fault: Fault, run: CodexRun): NamedFault {
  switch (fault.kind) {
    case "websocket":
      return { outcome: "websocket", kind: fault.reason.kind, fault };
    case "wrongAddress":
      return { outcome: "wrongAddress", kind: fault.reason.kind, fault };
    case "refused":
      switch (fault.reason.kind) {
        case "missingEnvironmentVariable":
          return { outcome: "missingKey", kind: envKeyProblem(fault.reason, run), fault };
        case "unusableBaseUrl":
          return { outcome: "wrongAddress", kind: fault.reason.kind, fault };
        default:
          return { outcome: "refused", kind: fault.reason.kind, fault };
      }
    default:
      return { outcome: "direct", kind: fault.kind, fault };
  }
}
