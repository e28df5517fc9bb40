import { COPILOT_PORT, OPENAI_PORT, servesPort } from "../awf/index.js";
import type { CodexRun } from "../runs/index.js";
import { servedPort, type ServedPort } from "./served-port.js";

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
