import { awfChanges, lacksChange } from "../awf/index.js";
import type { Reason } from "../codex/outcome/index.js";
import type { CodexRun } from "../runs/index.js";
import { lineFeedAfter, type Span } from "../text/index.js";
import { tableOrKey, textAt } from "./config-text.js";
import type { Judgement } from "./judgement.js";
import type { DiagnoseOptions } from "./options.js";
import { portProblem, type PortProblem } from "./served-port.js";

/** Codex connects to AWF's API proxy, but at an address where this run gets no answer. */
export interface AddressFault {
  readonly kind: "wrongAddress";
  readonly reason: AddressReason;
  readonly location: Span | undefined;
}

/** The address of a provider, or of `OPENAI_BASE_URL`. */
interface Address {
  readonly provider: string;
  readonly baseUrl: string;
  /** `OPENAI_BASE_URL`, if the address comes from it. */
  readonly variable: string | undefined;
}

/** The address, and what is wrong with it. */
export type AddressReason = Address & Problem;

type Problem =
  | PortProblem
  | { readonly kind: "missingVersionPath" }
  | { readonly kind: "doubledPath"; readonly doubled: string }
  /** The API proxy is off, so that nothing listens at its address. */
  | { readonly kind: "proxyOff" };

/** Whether the proxy of the run's AWF needs the path `/v1`; an unknown version of AWF counts as new. */
export function needsVersionPath(run: CodexRun): boolean {
  return lacksChange(run.awfVersion, awfChanges.versionPath);
}

/** What is wrong with an address that Codex can use; `undefined` if nothing is, or if the shell fills it in. */
export function findAddressFault(
  run: CodexRun,
  judgement: Judgement,
  options: DiagnoseOptions,
): AddressFault | undefined {
  const address = addressOf(judgement.reason);
  // Without a provider, AWF itself sets the address.
  if (!address || address.variable !== undefined || address.baseUrl === options.baseUrl) return undefined;
  if (judgement.outcome === "refused") return undefined;
  const { baseUrl } = address;
  const problem = portProblem(baseUrl, run, judgement.config?.text.text ?? "") ?? pathProblem(baseUrl, run);
  return problem && faultAt(address, problem, judgement);
}

/** The fault that Codex connects to AWF's API proxy while the proxy is certainly off. */
export function findProxyOff(
  { apiProxy }: CodexRun,
  judgement: Judgement,
  options: DiagnoseOptions,
): AddressFault | undefined {
  const address = addressOf(judgement.reason);
  if (apiProxy.on || apiProxy.unknown || !address || address.baseUrl === options.baseUrl) return undefined;
  return faultAt(address, { kind: "proxyOff" }, judgement);
}

/** The address of Codex's requests, if it is on AWF's API proxy. */
function addressOf(reason: Reason): Address | undefined {
  switch (reason.kind) {
    case "environmentBaseUrl":
      return { provider: reason.provider, baseUrl: reason.baseUrl, variable: reason.variable };
    case "unusableBaseUrl":
      return reason.problem === "otherPort"
        ? { provider: reason.provider, baseUrl: reason.baseUrl, variable: undefined }
        : undefined;
    case "customProvider":
    case "supportsWebsockets":
    case "openAiBaseUrlKey":
    case "websocketFeature":
      return { provider: reason.provider, baseUrl: reason.baseUrl, variable: undefined };
    default:
      return undefined;
  }
}

function faultAt(address: Address, problem: Problem, { config }: Judgement): AddressFault | undefined {
  const text = config?.text.text ?? "";
  const { provider, baseUrl } = address;
  const path = provider === "openai" ? ["openai_base_url"] : ["model_providers", provider, "base_url"];
  const location = textAt(text, path) === baseUrl ? tableOrKey(text, path) : undefined;
  if (
    location &&
    config?.guesses.some(({ start }) => start >= location.start && start <= lineFeedAfter(text, location.end))
  )
    return undefined;
  return { kind: "wrongAddress", reason: { ...problem, ...address }, location };
}

function pathProblem(baseUrl: string, run: CodexRun): Problem | undefined {
  const [, , , ...segments] = baseUrl.split("/").filter((segment, index) => index < 3 || segment !== "");
  // Codex appends `/responses` itself.
  if (segments.at(-1) === "responses") return { kind: "doubledPath", doubled: "/responses" };
  if (segments.filter((segment) => segment === "v1").length > 1)
    return { kind: "doubledPath", doubled: "/v1" };
  return !run.awf.buildsLocally && needsVersionPath(run) && segments.at(-1) !== "v1"
    ? { kind: "missingVersionPath" }
    : undefined;
}
