import { COPILOT_PORT, OPENAI_PORT, proxyPortAt, servesPort } from "../awf/index.js";
import type { CodexRun } from "../runs/index.js";
import { textAt } from "./config-text.js";

/** What is wrong with the port of an address at AWF's API proxy. */
export interface PortProblem {
  readonly kind: "wrongPort";
  readonly port: string;
  readonly fitting: ServedPort;
}

/** That of a port at which the proxy serves Codex; `undefined` where the file does not tell that it is wrong. */
export function portProblem(baseUrl: string, run: CodexRun, config: string): PortProblem | undefined {
  const port = portOf(baseUrl);
  if (port !== OPENAI_PORT && port !== COPILOT_PORT) return undefined;
  const served = servesPort(run.credentials, port);
  const fitting = servedPort(run, config);
  if (fitting && fitting.port !== port) {
    // With a key of its own, the other vendor answers as well; but no other knows a model of Copilot's by that name.
    const isUnfit = served !== true && servesPort(run.credentials, fitting.port) !== false;
    if (isUnfit || fitting.because.kind === "model") return { kind: "wrongPort", port, fitting };
  }
  return undefined;
}

/** The port of an address at plain HTTP. */
export function portOf(baseUrl: string): string | undefined {
  return /^http:\/\/[^/:]+:(\d+)/.exec(baseUrl.trim())?.[1];
}

/** A port of AWF's API proxy that is for a run, and what tells so. */
export interface ServedPort {
  readonly port: string;
  readonly because:
    | { readonly kind: "provider"; readonly provider: string }
    | { readonly kind: "model"; readonly model: string }
    /** The proxy has a credential for this port alone. */
    | { readonly kind: "credentials" };
}

/** Where gh-aw's compilers write which vendor serves a run, since they write the model without its prefix. */
const PROVIDER_VARIABLE = "GH_AW_LLM_PROVIDER";

const PROVIDER_PORTS: ReadonlyMap<string, string> = new Map([
  ["github", COPILOT_PORT],
  ["openai", OPENAI_PORT],
]);

/** The port that is for a run with that config.toml; `undefined` where the file does not tell. */
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
  // A model that only the run knows may be one of Copilot's.
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

/** The model that a run asks for, in each place that names one. */
function modelsOf(run: CodexRun, config: string): readonly string[] {
  return [run.model, run.compiledModel, textAt(config, ["model"])].flatMap((model) =>
    model === undefined || model === "" ? [] : [model],
  );
}

/** Of the ports for Codex, those for which there may be a credential; none if that is known of none. */
function portsWithCredential({ credentials }: CodexRun): readonly string[] {
  const ports = [OPENAI_PORT, COPILOT_PORT];
  const isKnown = ports.some((port) => servesPort(credentials, port) === true);
  return isKnown ? ports.filter((port) => servesPort(credentials, port) !== false) : [];
}

/**
 * The variable from which AWF's proxy would take the credential that a run needs, if AWF is known not to have it: the
 * proxy then has no answer at any address (gh-aw-threat-detection #336). `undefined` where AWF has it, or may.
 */
export function missingCredential(run: CodexRun): string | undefined {
  const port = servedPort(run, "")?.port ?? OPENAI_PORT;
  return servesPort(run.credentials, port) === false ? proxyPortAt(port)?.credentials[0] : undefined;
}

/** Why AWF is known not to have that credential: nothing hands it over, or `sudo` keeps it back. */
export function whyNoCredential(run: CodexRun): "missingKey" | "lostKey" | undefined {
  if (missingCredential(run) === undefined) return undefined;
  return run.credentials.isReset ? "lostKey" : "missingKey";
}
