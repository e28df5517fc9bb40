import { codexError } from "../codex/outcome/index.js";
import { isUnknownVersion } from "../codex/releases/index.js";
import {
  type AddressReason,
  baseUrlProblem,
  type Fault,
  type RefusedFault,
  type ServedPort,
  vendorAt,
} from "../faults/index.js";
import type { MessageData } from "../messages/index.js";
import type { CodexRun } from "../runs/index.js";

/** A version of Codex as a message names it, in brackets behind the word "Codex". */
export function codexName(version: string | undefined): string {
  if (version === undefined || version === "") return "latest";
  return isUnknownVersion(version) ? "unknown version" : version;
}

/** What a message may name of a fault of a run. */
export function faultData(fault: Fault, run: CodexRun): MessageData {
  return { ...runData(run), awf: run.awfVersion ?? "latest", ...reasonData(fault, run) };
}

/** What each message about a run names. */
export function runData({ job, codexVersion }: CodexRun): MessageData {
  return { job: job.id, codex: codexName(codexVersion) };
}

function reasonData(fault: Fault, { codexVersion }: CodexRun): MessageData {
  switch (fault.kind) {
    case "noProvider":
      return {};
    case "misplacedSelection":
      return { provider: fault.provider, table: fault.key.path.slice(0, -1).join(".") };
    case "notSelected":
    case "baseUrlMissing":
      return { provider: fault.provider };
    case "baseUrlDirect":
      return { provider: fault.provider, baseUrl: fault.baseUrl };
    case "websocket":
      return textsOf(fault.reason);
    case "wrongAddress":
      return { ...textsOf(fault.reason), ...addressData(fault.reason) };
    case "refused":
      return {
        ...textsOf(fault.reason),
        // It stands in the middle of a sentence.
        codexError: errorOf(fault.reason, codexVersion).replace(/\.$/, ""),
        ...(fault.reason.kind === "unusableBaseUrl" && { why: baseUrlProblem(fault.reason) }),
      };
  }
}

/** What Codex prints: at another vendor's port the answer of AWF's proxy. */
function errorOf(reason: RefusedFault["reason"], codexVersion: string | undefined): string {
  const vendor = reason.kind === "unusableBaseUrl" ? vendorAt(reason) : undefined;
  return vendor?.unconfigured ?? codexError(reason, codexVersion) ?? "";
}

function addressData(reason: AddressReason): MessageData {
  switch (reason.kind) {
    case "wrongPort":
      return { fitting: reason.fitting.port, why: whyFitting(reason.fitting) };
    case "proxyOff": {
      const { provider, baseUrl, variable } = reason;
      const codexError = `ERROR: stream disconnected before completion: error sending request for url (${baseUrl.replace(/\/$/, "")}/responses)`;
      return {
        address:
          variable === undefined ? `The \`base_url\` of model provider \`${provider}\`` : `\`${variable}\``,
        codexError,
      };
    }
    default:
      return {};
  }
}

/** Why a port is the one for a run: what stands behind "but". */
function whyFitting({ port, because }: ServedPort): string {
  switch (because.kind) {
    case "provider":
      return `\`GH_AW_LLM_PROVIDER: ${because.provider}\` is served at port ${port}`;
    case "model":
      return `\`${because.model}\` is served at port ${port}`;
    case "credentials":
      return `the step hands over a credential for port ${port} alone`;
  }
}

/** Each field of a reason that is text; the path as it is written in TOML. */
function textsOf(reason: object): MessageData {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>({ ...reason })) {
    if (typeof value === "string" && name !== "kind" && name !== "source") texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.join(name === "path" ? "." : ", ");
    else if (typeof value === "number") texts[name] = String(value);
  }
  return texts;
}
