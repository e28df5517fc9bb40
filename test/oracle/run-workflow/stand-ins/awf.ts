import { parse } from "yaml";
import type { AwfRecord } from "../record.js";
import { isMapping, mapping, type Mapping } from "../workflow-file.js";
import { containerEnvironment } from "./awf-environment.js";
import { hasProxyAlways } from "./awf-versions.js";
import type { Answer, Call } from "./call.js";
import { hasOption, sortWords, valuesOf, type SortedWords } from "./options.js";

/** Options whose value is the next word, from AWF's command-line reference. */
const withValue = new Set([
  "--agent-image",
  "--agent-timeout",
  "--allow-domains",
  "--allow-domains-file",
  "--allow-host-ports",
  "--allow-host-service-ports",
  "--allow-urls",
  "--anthropic-api-base-path",
  "--anthropic-api-target",
  "--audit-dir",
  "--block-domains",
  "--block-domains-file",
  "--config",
  "--container-workdir",
  "--copilot-api-target",
  "--difc-proxy-ca-cert",
  "--difc-proxy-host",
  "--dns-servers",
  "--docker-host",
  "--docker-host-path-prefix",
  "--env",
  "--env-file",
  "--exclude-env",
  "--gemini-api-base-path",
  "--gemini-api-target",
  "--image-registry",
  "--image-tag",
  "--log-level",
  "--max-model-multiplier",
  "--memory-limit",
  "--mount",
  "--openai-api-base-path",
  "--openai-api-target",
  "--proxy-logs-dir",
  "--rate-limit-bytes-pm",
  "--rate-limit-rph",
  "--rate-limit-rpm",
  "--ruleset-file",
  "--session-state-dir",
  "--upstream-proxy",
  "--work-dir",
  "-e",
  "-v",
]);

/** The arguments that `--env` accepts: no values with several lines (AWF's parseEnvironmentVariables). */
const environmentVariable = /^[^=]+=.*$/;

/** What AWF's stand-in needs to know. */
export interface AwfSettings {
  /** The installed version, or the newest. */
  readonly version: string;
  /** Whether AWF has a key that the workflow does not show. */
  readonly holdsKey: boolean;
  /** Called when AWF's container starts and when it has ended. */
  readonly onContainer: (awf: AwfRecord, isRunning: boolean) => void;
}

/** AWF without a container: runs its command in the container's environment. */
export async function awf(call: Call, { version, holdsKey, onContainer }: AwfSettings): Promise<Answer> {
  const words = sortWords(call.args, { withValue, stopsAtOperand: true });
  const [first] = words.operands;
  if (hasOption(words, "--version", "-V")) return ["/bin/echo", version.replace(/^v/, "")];
  // Subcommands such as `awf logs summary` start nothing.
  if (first === undefined || ["logs", "predownload"].includes(first)) return ["/bin/true"];

  const config = await readConfig(call, valuesOf(words, "--config").at(-1));
  if (config instanceof Error) return failure(config.message);
  const isOn =
    hasOption(words, "--enable-api-proxy") ||
    mapping(config.apiProxy).enabled === true ||
    hasProxyAlways(version);
  const awfRecord: AwfRecord = { version, apiProxy: isOn ? "on" : "off" };
  const options = await environmentOptions(call, words, config);
  if (options instanceof Error) return failure(options.message);
  const variables = containerEnvironment({
    ...options,
    version,
    isApiProxyOn: isOn,
    holdsKey,
    env: call.env,
  });
  const folder =
    valuesOf(words, "--container-workdir").at(-1) ??
    textOf(mapping(config.container).containerWorkDir) ??
    variables.HOME ??
    "/";
  // One word is a command line; AWF quotes several words.
  const command = words.operands.length === 1 ? ["/bin/bash", "-c", first] : words.operands;
  onContainer(awfRecord, true);
  const status = await call.wait([
    "/usr/bin/env",
    "-i",
    "-C",
    folder,
    ...Object.entries(variables).map((pair) => pair.join("=")),
    ...command,
  ]);
  onContainer(awfRecord, false);
  return exit(status);
}

async function readConfig(call: Call, path: string | undefined): Promise<Mapping | Error> {
  if (path === undefined) return {};
  const text = path === "-" ? undefined : await call.readFile(path);
  if (text === undefined) return new Error(`Cannot read AWF config ${path}`);
  try {
    const config: unknown = parse(text);
    return isMapping(config) ? config : new Error(`AWF config ${path} must be an object`);
  } catch (error) {
    return new Error(`Cannot parse AWF config ${path}: ${String(error)}`);
  }
}

async function environmentOptions(call: Call, words: SortedWords, config: Mapping) {
  const { envAll, envFile, excludeEnv } = mapping(config.environment);
  const file = valuesOf(words, "--env-file").at(-1) ?? textOf(envFile);
  const fileText = file === undefined ? "" : await call.readFile(file);
  if (fileText === undefined) return new Error(`Cannot read --env-file ${String(file)}`);
  const set = valuesOf(words, "--env", "-e");
  const invalid = set.find((pair) => !environmentVariable.test(pair));
  if (invalid !== undefined) return new Error(`Invalid environment variable format: ${invalid}`);
  return {
    passesAll: hasOption(words, "--env-all") || envAll === true,
    excluded: [
      ...valuesOf(words, "--exclude-env"),
      ...(Array.isArray(excludeEnv) ? excludeEnv.map(String) : []),
    ],
    fileText,
    set,
    hostPaths:
      (await call.readFile(call.env.GITHUB_PATH ?? ""))?.split("\n").filter((line) => line !== "") ?? [],
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function failure(message: string): Answer {
  return ["/bin/bash", "-pc", 'echo "[ERROR] $1" >&2; exit 1', "awf", message];
}

/** Ends with a status. */
export function exit(status: number): Answer {
  return ["/bin/bash", "-pc", `exit ${status}`];
}
