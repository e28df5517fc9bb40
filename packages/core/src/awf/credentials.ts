import { baseName, knownText, lookUp, mayBeAdded, type CommandCall } from "../shell/index.js";
import { proxyPortAt, proxyPorts } from "./proxy-ports.js";

/** The credentials in AWF's own environment, which AWF passes to its API proxy. */
export interface AwfCredentials {
  /** The variables that the file sets for AWF. A secret may still be empty when the workflow runs. */
  readonly given: ReadonlySet<string>;
  /** Whether AWF has no other credentials. */
  readonly isComplete: boolean;
  /** Whether `sudo` without `-E` starts AWF, which then does not get the step's variables. */
  readonly isReset: boolean;
}

/** The proxy ignores `CODEX_API_KEY` (gh-aw-threat-detection #336), but it shows that this file passes keys. */
const PASSED: readonly string[] = ["CODEX_API_KEY", ...proxyPorts.flatMap(({ credentials }) => credentials)];

/** Variables with which AWF gets its credentials in other ways (gh-aw-firewall's `resolve-credentials.ts`). */
const OTHER_SOURCES: readonly string[] = ["AWF_AGENT_API_KEY", "AWF_AUTH_TYPE"];

/** Whose machine a job runs on; neither if that is not known. */
export interface Machine {
  /** GitHub's, which sets no keys. */
  readonly isHosted: boolean;
  readonly isSelfHosted: boolean;
}

/**
 * The credentials that a call of AWF finds in its environment. If the file sets none, the runner may set them. If the
 * file sets one, there are no others, unless something outside the file may add variables.
 */
export function readCredentials(
  call: CommandCall,
  fileText: string,
  { isHosted, isSelfHosted }: Machine,
): AwfCredentials {
  const { state } = call;
  const has = (name: string): boolean => {
    const held = lookUp(state, name);
    return held.kind === "set" && knownText(held.value) !== "";
  };
  // No runner image sets these variables.
  const mayHave = (name: string): boolean =>
    state.variables.get(name) !== undefined && lookUp(state, name).kind !== "unset";
  const passed = PASSED.filter(has);
  // A credential that a step gets and unsets before AWF starts.
  const isUnset = PASSED.some(
    (name) => state.variables.get(name) !== undefined && lookUp(state, name).kind === "unset",
  );
  const isReset = losesEnvironment(call);
  return {
    given: new Set(passed),
    isReset,
    isComplete:
      (passed.length > 0 || ((isReset || isUnset || isHosted) && setsCredential(fileText))) &&
      !isSelfHosted &&
      ![...PASSED, ...OTHER_SOURCES].some((name) => !passed.includes(name) && mayBeAdded(state, name)) &&
      !OTHER_SOURCES.some(mayHave) &&
      !setsKeyItself(call, passed) &&
      !PASSED.some((name) => !passed.includes(name) && lookUp(state, name).kind === "unknown"),
  };
}

/**
 * Whether the command in the container sets a key itself, as gh-aw does for Codex over Copilot's inference. What AWF
 * does about the other keys in that case has not been measured. A key of AWF's own `--env` does not count: AWF drops it,
 * because the API proxy holds it.
 */
function setsKeyItself({ words }: CommandCall, passed: readonly string[]): boolean {
  const isOption = (index: number): boolean =>
    /^(?:--env=|-e[^=]+=)/.test(words[index]?.value ?? "") ||
    ["--env", "-e"].includes(words[index - 1]?.value ?? "");
  return PASSED.some(
    (name) =>
      !passed.includes(name) &&
      words.some(({ value }, index) => value.includes(`${name}=`) && !isOption(index)),
  );
}

/** Whether a file sets a credential anywhere; if not, it is not known how AWF gets one. */
function setsCredential(fileText: string): boolean {
  return PASSED.some((name) => fileText.includes(`${name}:`) || fileText.includes(`${name}=`));
}

/** `sudo awf` starts AWF without the step's variables; `sudo -E awf` does not. */
function losesEnvironment({ command }: CommandCall): boolean {
  const words = [command.name?.text ?? "", ...command.args.map(({ text }) => text)];
  if (baseName(words[0] ?? "") !== "sudo") return false;
  const awf = words.findIndex((word) => baseName(word) === "awf");
  const options = words.slice(1, awf === -1 ? 1 : awf);
  return awf !== -1 && !options.some((word) => /^-[A-Za-z]*E/.test(word) || word === "--preserve-env");
}

/** Whether the API proxy has a credential for one of its ports; `undefined` if the file does not determine it. */
export function servesPort({ given, isComplete }: AwfCredentials, port: string): boolean | undefined {
  if (proxyPortAt(port)?.credentials.some((name) => given.has(name)) === true) return true;
  return isComplete ? false : undefined;
}
