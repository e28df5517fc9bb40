import { baseName, knownText, lookUp, mayBeAdded, type CommandCall } from "../shell/index.js";
import { proxyPortAt, proxyPorts } from "./proxy-ports.js";

/** Which credentials AWF's own environment has, from which it gives them to its API proxy. */
export interface AwfCredentials {
  /** The variables that the file hands over. A secret may still be empty when the workflow runs. */
  readonly given: ReadonlySet<string>;
  /** Whether there are no others. */
  readonly isComplete: boolean;
  /** Whether AWF is started by `sudo` without `-E`, which keeps the step's variables from it. */
  readonly isReset: boolean;
}

/** `CODEX_API_KEY` is none that the proxy takes (gh-aw-threat-detection #336), but tells that keys are handed over here. */
const HANDED_OVER: readonly string[] = [
  "CODEX_API_KEY",
  ...proxyPorts.flatMap(({ credentials }) => credentials),
];

/** With these AWF gets its credentials in other ways (gh-aw-firewall's `resolve-credentials.ts`). */
const OTHER_WAYS: readonly string[] = ["AWF_AGENT_API_KEY", "AWF_AUTH_TYPE"];

/**
 * The credentials that a call of AWF finds in its environment. If the file passes none, the runner may. If it passes one,
 * no others are assumed, unless something that the file does not show may add them.
 */
export function readCredentials(call: CommandCall, fileText: string, isSelfHosted: boolean): AwfCredentials {
  const { state } = call;
  const has = (name: string): boolean => {
    const held = lookUp(state, name);
    return held.kind === "set" && knownText(held.value) !== "";
  };
  // No runner has them of itself, whatever else its image may set.
  const mayHave = (name: string): boolean =>
    state.variables.get(name) !== undefined && lookUp(state, name).kind !== "unset";
  const handed = HANDED_OVER.filter(has);
  // One that the file gives to a step, and takes away before AWF starts.
  const isUnset = HANDED_OVER.some(
    (name) => state.variables.get(name) !== undefined && lookUp(state, name).kind === "unset",
  );
  const isReset = losesEnvironment(call);
  return {
    given: new Set(handed),
    isReset,
    isComplete:
      (handed.length > 0 || ((isReset || isUnset) && handsOver(fileText))) &&
      !isSelfHosted &&
      ![...HANDED_OVER, ...OTHER_WAYS].some((name) => !handed.includes(name) && mayBeAdded(state, name)) &&
      !OTHER_WAYS.some(mayHave) &&
      !standsIn(call, handed) &&
      !HANDED_OVER.some((name) => !handed.includes(name) && lookUp(state, name).kind === "unknown"),
  };
}

/**
 * Whether the command in the container sets a key itself, as gh-aw writes it for Codex over Copilot's inference: what AWF
 * does about the other keys then is not measured.
 */
function standsIn({ words }: CommandCall, handed: readonly string[]): boolean {
  return HANDED_OVER.some(
    (name) => !handed.includes(name) && words.some(({ value }) => value.includes(`${name}=`)),
  );
}

/** Whether a file gives a credential to anything: without, nobody knows how AWF gets it. */
function handsOver(fileText: string): boolean {
  return HANDED_OVER.some((name) => fileText.includes(`${name}:`) || fileText.includes(`${name}=`));
}

/** `sudo awf` starts AWF without the step's variables; `sudo -E awf` does not. */
function losesEnvironment({ command }: CommandCall): boolean {
  const words = [command.name?.text ?? "", ...command.args.map(({ text }) => text)];
  if (baseName(words[0] ?? "") !== "sudo") return false;
  const awf = words.findIndex((word) => baseName(word) === "awf");
  const options = words.slice(1, awf === -1 ? 1 : awf);
  return awf !== -1 && !options.some((word) => /^-[A-Za-z]*E/.test(word) || word === "--preserve-env");
}

/** Whether the API proxy holds a credential for one of its ports; `undefined` where the file does not tell. */
export function servesPort({ given, isComplete }: AwfCredentials, port: string): boolean | undefined {
  if (proxyPortAt(port)?.credentials.some((name) => given.has(name)) === true) return true;
  return isComplete ? false : undefined;
}
