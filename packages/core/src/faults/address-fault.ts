import lte from "semver/functions/lte.js";
import type { DiagnoseOptions } from "./options.js";
import type { Span } from "../text/index.js";
import { exactVersion } from "../codex/releases/index.js";
import type { CodexRun } from "../runs/index.js";
import type { Judgement } from "./judge-run.js";
import { tableOrKey } from "./place.js";
import { textAt } from "./provider-ids.js";

/** Codex reaches AWF's API proxy, but at an address with which this run gets no answer. */
export interface AddressFault {
  readonly kind: "misaddressed";
  readonly reason: AddressReason;
  readonly place: Span | undefined;
}

export type AddressReason = { readonly provider: string; readonly baseUrl: string } & (
  | {
      readonly kind: "unfitPort";
      readonly port: string;
      readonly fitting: string;
      readonly model: string | undefined;
    }
  | { readonly kind: "missingVersionPath" }
  | { readonly kind: "doubledPath"; readonly doubled: string }
);

/** Up to this version AWF's proxy adds no `/v1` to a request's path (gh-aw-firewall #2136). */
const LAST_WITHOUT_V1 = "0.25.24";

/** Whether the proxy of the run's own AWF needs the path `/v1`; an unknown version counts as new. */
export function needsVersionPath(run: CodexRun): boolean {
  const awf = exactVersion(run.awfVersion);
  return awf !== undefined && lte(awf, LAST_WITHOUT_V1);
}

/** What the models begin with that AWF's proxy serves at a port of their own. */
const COPILOT = "copilot/";

/** The port at which AWF's proxy serves a model. */
export function proxyPort(model: string | undefined): string {
  return model?.startsWith(COPILOT) === true ? "10002" : "10000";
}

/** What is wrong with an address that Codex can use; `undefined` if nothing is, or only the shell knows it. */
export function findAddressFault(
  run: CodexRun,
  { outcome, reason, config }: Judgement,
  options: DiagnoseOptions,
): AddressFault | undefined {
  if (outcome !== "proxied" && outcome !== "websocket") return undefined;
  // Without a provider, AWF itself sets the address.
  if (reason.kind === "environmentBaseUrl" || reason.baseUrl === options.baseUrl) return undefined;
  const { provider, baseUrl } = reason;
  const text = config?.text.text ?? "";
  const problem = portProblem(baseUrl, run, text) ?? pathProblem(baseUrl, run);
  if (!problem) return undefined;
  const path = provider === "openai" ? ["openai_base_url"] : ["model_providers", provider, "base_url"];
  const place = textAt(text, path) === baseUrl ? tableOrKey(text, path) : undefined;
  if (place && config?.guesses.some(({ start }) => start >= place.start && start <= endOfLine(text, place)))
    return undefined;
  return { kind: "misaddressed", reason: { ...problem, provider, baseUrl }, place };
}

type Problem<Reason = AddressReason> = Reason extends unknown ? Omit<Reason, "provider" | "baseUrl"> : never;

function portProblem(baseUrl: string, run: CodexRun, config: string): Problem | undefined {
  const port = portOf(baseUrl);
  if (port === undefined) return undefined;
  const isForCopilot = [run.model, run.compiledModel, config].some((text) => text?.includes(COPILOT));
  if (port === proxyPort(undefined) && !isForCopilot) return undefined;
  // A wrapper and `threat-detect` may ask for a model that the lock file does not name.
  const models = [run.model, run.compiledModel, textAt(config, ["model"])].filter(
    (model) => model !== undefined && model !== "",
  );
  const isUnknown =
    models.some((model) => model?.includes("$")) || (models.length === 0 && run.starter !== "codex");
  const fitting = new Set(models.length === 0 ? [proxyPort(undefined)] : models.map(proxyPort));
  const [only] = fitting;
  if (isUnknown || fitting.size !== 1 || only === undefined || port === only) return undefined;
  return { kind: "unfitPort", port, fitting: only, model: models[0] };
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

function portOf(baseUrl: string): string | undefined {
  return /^http:\/\/[^/:]+:(\d+)/.exec(baseUrl.trim())?.[1];
}

function endOfLine(text: string, { end }: Span): number {
  const lineFeed = text.indexOf("\n", end);
  return lineFeed === -1 ? text.length : lineFeed;
}
