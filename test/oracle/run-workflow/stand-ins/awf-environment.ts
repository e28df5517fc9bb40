import { home } from "../../sandbox/index.js";
import { addressEndsInV1, givesPlaceholders } from "./awf-versions.js";

/** The inputs that determine the variables of AWF's container. */
export interface ContainerOptions {
  readonly version: string;
  readonly isApiProxyOn: boolean;
  readonly holdsKey: boolean;
  /** AWF's own environment. */
  readonly env: Readonly<Record<string, string>>;
  /** `--env-all` */
  readonly passesAll: boolean;
  /** `--exclude-env` */
  readonly excluded: readonly string[];
  /** The text of `--env-file`. */
  readonly fileText: string;
  /** `--env`, each `NAME=value`. */
  readonly set: readonly string[];
  /** The content of `$GITHUB_PATH`. */
  readonly hostPaths: readonly string[];
}

/** Never passed on, neither by `--env-all` nor from a file (AWF's configuration specification, 8.3). */
const neverPassed: readonly string[] = [
  "PATH",
  "PWD",
  "OLDPWD",
  "SHLVL",
  "_",
  "SUDO_COMMAND",
  "SUDO_USER",
  "SUDO_UID",
  "SUDO_GID",
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_RESULTS_URL",
];

/** Only `--env` can set these. */
const proxies: readonly string[] = [
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "http_proxy",
  "https_proxy",
  "NO_PROXY",
  "no_proxy",
  "ALL_PROXY",
  "all_proxy",
  "FTP_PROXY",
  "ftp_proxy",
];

/** Keys that the proxy has and the agent must not see (`buildExclusionSet`). */
const heldByProxy: readonly string[] = [
  "OPENAI_API_KEY",
  "OPENAI_KEY",
  "CODEX_API_KEY",
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_AUTH_TOKEN",
  "CLAUDE_API_KEY",
  "COPILOT_GITHUB_TOKEN",
  "COPILOT_PROVIDER_API_KEY",
  "GEMINI_API_KEY",
  "GOOGLE_API_KEY",
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GITHUB_PERSONAL_ACCESS_TOKEN",
];

/** Passed on without `--env-all` (AWF's configuration specification, 8.4). */
const alwaysPassed: readonly string[] = [
  "GITHUB_TOKEN",
  "GH_TOKEN",
  "GITHUB_PERSONAL_ACCESS_TOKEN",
  "USER",
  "XDG_CONFIG_HOME",
  "GITHUB_SERVER_URL",
  "GITHUB_API_URL",
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "DOCKER_HOST",
  "TERM",
];

/** Passed on without `--env-all` if no proxy has them. */
const keysWithoutProxy: readonly string[] = ["OPENAI_API_KEY", "CODEX_API_KEY", "ANTHROPIC_API_KEY"];

/** The address of AWF's API proxy for OpenAI's models. */
export const proxyAddress = "http://172.30.0.30:10000";
const placeholder = "sk-placeholder-for-api-proxy";

/** AWF's `mergeGitHubPathEntries`: folders that are in `PATH` already stay where they are. */
function mergedPath(added: readonly string[], path: string): string {
  const before = path.split(":");
  return [...added.filter((folder) => !before.includes(folder)), ...before].join(":");
}

/**
 * The variables of AWF's container, from AWF's sources (`buildAgentEnvironment`, `buildAgentCredentialEnv`): first AWF's own,
 * then those of the host and the file that are neither excluded nor already set. `--env` overrides these, and the API proxy's
 * variables override all others.
 */
export function containerEnvironment(options: ContainerOptions): Readonly<Record<string, string>> {
  const { version, isApiProxyOn, holdsKey, env, passesAll } = options;
  const variables: Record<string, string> = {
    // With `sudo`, AWF uses the home of the calling user (`getRealUserHome`).
    HOME: env.SUDO_USER === "runner" ? home : (env.HOME ?? "/root"),
    PATH: mergedPath(options.hostPaths, env.PATH ?? "/usr/bin:/bin"),
    NO_COLOR: "1",
  };
  const excluded = new Set([
    ...neverPassed,
    ...proxies,
    ...(isApiProxyOn ? heldByProxy : []),
    ...options.excluded,
  ]);
  const passed = passesAll
    ? Object.keys(env)
    : [...alwaysPassed, ...(isApiProxyOn ? [] : keysWithoutProxy)].filter((name) => env[name] !== "");
  for (const name of passed) {
    const value = env[name];
    if (value !== undefined && !excluded.has(name) && !(name in variables)) variables[name] = value;
  }
  for (const [name, value] of pairs(options.fileText.split("\n").filter((line) => !line.startsWith("#")))) {
    if (!excluded.has(name) && !(name in variables)) variables[name] = value;
  }
  for (const [name, value] of pairs(options.set)) {
    if (!excluded.has(name) || proxies.includes(name)) variables[name] = value;
  }
  if (isApiProxyOn && (holdsKey || (env.OPENAI_API_KEY ?? "") !== "")) {
    variables.OPENAI_BASE_URL = addressEndsInV1(version) ? `${proxyAddress}/v1` : proxyAddress;
    if (givesPlaceholders(version)) {
      variables.OPENAI_API_KEY = placeholder;
      variables.CODEX_API_KEY = placeholder;
    }
  }
  return variables;
}

function pairs(lines: readonly string[]): readonly (readonly [name: string, value: string])[] {
  return lines.flatMap((line) => {
    const equals = line.indexOf("=");
    return equals > 0 ? [[line.slice(0, equals), line.slice(equals + 1)] as const] : [];
  });
}
