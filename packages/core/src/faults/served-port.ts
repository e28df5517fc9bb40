import { COPILOT_PORT, OPENAI_PORT, proxyPortAt, servesPort } from "../awf/index.js";
import type { CodexRun } from "../runs/index.js";
import { textAt } from "./config-text.js";

/** A port of AWF's API proxy that does not serve the run. */
export interface PortProblem {
  readonly kind: "wrongPort";
  readonly port: string;
  readonly fitting: ServedPort;
}

/** The problem with the port of a base URL; `undefined` if there is none, or if the file does not determine it. */
export function portProblem(baseUrl: string, run: CodexRun, config: string): PortProblem | undefined {
  const port = portOf(baseUrl);
  if (port !== OPENAI_PORT && port !== COPILOT_PORT) return undefined;
  const served = servesPort(run.credentials, port);
  const fitting = servedPort(run, config);
  if (fitting && fitting.port !== port) {
    // With its own key, the other vendor answers as well, but only Copilot knows a model with a `copilot/` name.
    const isUnfit = served !== true && servesPort(run.credentials, fitting.port) !== false;
    if (isUnfit || fitting.because.kind === "model") return { kind: "wrongPort", port, fitting };
  }
  return undefined;
}

/** The port of an `http://` address. */
export function portOf(baseUrl: string): string | undefined {
  return /^http:\/\/[^/:]+:(\d+)/.exec(baseUrl.trim())?.[1];
}

/** The port of AWF's API proxy that serves a run, and the evidence for it. */
export interface ServedPort {
  readonly port: string;
  readonly because:
    | { readonly kind: "provider"; readonly provider: string }
    | { readonly kind: "model"; readonly model: string }
    /** The proxy has a credential only for this port. */
    | { readonly kind: "credentials" };
}

/** The variable in which newer gh-aw compilers, which write models without a prefix, name the vendor of a run. */
const PROVIDER_VARIABLE = "GH_AW_LLM_PROVIDER";

const PROVIDER_PORTS: ReadonlyMap<string, string> = new Map([
  ["github", COPILOT_PORT],
  ["openai", OPENAI_PORT],
]);

/** The port that serves a run with that config.toml; `undefined` if the file does not determine it. */
export function servedPort(run: CodexRun, config: string): ServedPort | undefined {
  const provider = run.variables.get(PROVIDER_VARIABLE);
  if (provider !== undefined && provider !== "") {
    const port = PROVIDER_PORTS.get(provider);
    return port === undefined ? undefined : { port, because: { kind: "provider", provider } };
  }
  const models = modelsOf(run, config);
  const [only, ...others] = portsWithCredential(run);
  const credential: ServedPort | undefined =
    only === undefined || others.length > 0 ? undefined : { port: only, because: { kind: "credentials" } };
  // An unknown model may be Copilot's.
  if (models.some((model) => model.includes("$"))) return only === COPILOT_PORT ? credential : undefined;
  const copilot = models.filter((model) => /^copilot\//i.test(model));
  const [first] = copilot;
  if (first !== undefined) {
    return copilot.length === models.length
      ? { port: COPILOT_PORT, because: { kind: "model", model: first } }
      : undefined;
  }
  return credential;
}

/** The models that a run uses, from each place that names one. */
function modelsOf(run: CodexRun, config: string): readonly string[] {
  return [run.model, run.compiledModel, textAt(config, ["model"])].flatMap((model) =>
    model === undefined || model === "" ? [] : [model],
  );
}

/** Codex's ports that may have a credential; empty if none is known to have one. */
function portsWithCredential({ credentials }: CodexRun): readonly string[] {
  const ports = [OPENAI_PORT, COPILOT_PORT];
  const isKnown = ports.some((port) => servesPort(credentials, port) === true);
  return isKnown ? ports.filter((port) => servesPort(credentials, port) !== false) : [];
}

/**
 * The variable of the credential that a run needs, if AWF is known not to have it, so that the proxy does not answer at
 * any address (gh-aw-threat-detection #336). `undefined` if AWF has it, or may have it.
 */
export function missingCredential(run: CodexRun): string | undefined {
  const port = servedPort(run, "")?.port ?? OPENAI_PORT;
  return servesPort(run.credentials, port) === false ? proxyPortAt(port)?.credentials[0] : undefined;
}

/** Why AWF is known not to have that credential. `missingKey`: nothing passes it; `lostKey`: `sudo` drops it. */
export function whyNoCredential(run: CodexRun): "missingKey" | "lostKey" | undefined {
  if (missingCredential(run) === undefined) return undefined;
  return run.credentials.isReset ? "lostKey" : "missingKey";
}
