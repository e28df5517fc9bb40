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

/** A version of Codex for messages, which put it in parentheses after the word "Codex". */
export function codexName(version: string | undefined): string {
  if (version === undefined || version === "") return "latest";
  return isUnknownVersion(version) ? "unknown version" : version;
}

/** The message data of a fault of a run. */
export function faultData(fault: Fault, run: CodexRun): MessageData {
  return { ...runData(run), awf: run.awfVersion ?? "latest", ...reasonData(fault, run) };
}

/** The message data of each finding about a run. */
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
        // The message continues after it.
        codexError: errorOf(fault.reason, codexVersion).replace(/\.$/, ""),
        ...(fault.reason.kind === "unusableBaseUrl" && { why: baseUrlProblem(fault.reason) }),
      };
  }
}

/** The error that Codex prints; at another vendor's port, the answer of AWF's proxy. */
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

/** Why a port is the right one for a run: the words after "but". */
function whyFitting({ port, because }: ServedPort): string {
  switch (because.kind) {
    case "provider":
      return `\`GH_AW_LLM_PROVIDER: ${because.provider}\` is served at port ${port}`;
    case "model":
      return `\`${because.model}\` is served at port ${port}`;
    case "credentials":
      return `the step passes a credential only for port ${port}`;
  }
}

/** The fields of a reason as texts; a path is joined with dots, as in TOML. */
function textsOf(reason: object): MessageData {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries<unknown>({ ...reason })) {
    if (typeof value === "string" && name !== "kind" && name !== "source") texts[name] = value;
    else if (Array.isArray(value)) texts[name] = value.join(name === "path" ? "." : ", ");
    else if (typeof value === "number") texts[name] = String(value);
  }
  return texts;
}
