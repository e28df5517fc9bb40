/*
 * The variables that AWF's container gets, by AWF's sources (github/gh-aw-firewall,
 * src/services/agent-environment/: core-environment, excluded-vars, env-passthrough, github-actions-environment).
 * `Value` is the caller's type for the value of a variable.
 */

/** The environment of AWF's own process. */
export interface HostEnvironment<Value> {
  /** Only exported variables. */
  readonly variables: ReadonlyMap<string, Value>;
  /** Whether `sudo` started it, which sets `SUDO_USER`. */
  readonly isStartedBySudo: boolean;
}

/** AWF's options about variables. */
export interface EnvironmentOptions<Value> {
  /** `--env-all`. */
  readonly passesEnvironment: boolean;
  /** `--exclude-env`. */
  readonly excluded: ReadonlySet<string>;
  /** `--env NAME=value`, `-e`; the last one of a name counts. */
  readonly variables: ReadonlyMap<string, Value>;
  /** The variables of `--env-file`. */
  readonly file: ReadonlyMap<string, Value>;
  readonly hasApiProxy: boolean;
}

/** Names that AWF never passes to the container, which has its own or does not need them. */
const NEVER_PASSED: ReadonlySet<string> = new Set([
  "ACTIONS_RESULTS_URL",
  "ACTIONS_RUNTIME_TOKEN",
  "AWF_PREFLIGHT_BINARY",
  "MCP_GATEWAY_HOST_DOMAIN",
  "OLDPWD",
  "PATH",
  "PWD",
  "SHLVL",
  "SUDO_COMMAND",
  "SUDO_GID",
  "SUDO_UID",
  "SUDO_USER",
  "_",
]);

/** Proxy variables of the runner; only `--env` can set them. */
const PROXIES: ReadonlySet<string> = new Set([
  "ALL_PROXY",
  "HTTPS_PROXY",
  "HTTP_PROXY",
  "NO_PROXY",
  "all_proxy",
  "http_proxy",
  "https_proxy",
  "no_proxy",
]);

/** Keys that the API proxy holds, and addresses that would bypass it. */
const HELD_BY_API_PROXY: ReadonlySet<string> = new Set([
  "ANTHROPIC_API_KEY",
  "ANTHROPIC_AUTH_TOKEN",
  "CLAUDE_API_KEY",
  "CODEX_API_KEY",
  "COPILOT_GITHUB_TOKEN",
  "COPILOT_PROVIDER_API_KEY",
  "GEMINI_API_BASE_URL",
  "GEMINI_API_KEY",
  "GH_TOKEN",
  "GITHUB_PERSONAL_ACCESS_TOKEN",
  "GITHUB_TOKEN",
  "GOOGLE_API_KEY",
  "GOOGLE_GEMINI_BASE_URL",
  "GOOGLE_VERTEX_BASE_URL",
  "OPENAI_API_KEY",
  "OPENAI_ENDPOINT_OVERRIDE",
  "OPENAI_KEY",
]);

/** Whether AWF passes a variable of that name from its own environment to the container, with `--env-all`. */
export function mayPass(name: string, excluded: ReadonlySet<string>, hasApiProxy: boolean): boolean {
  const isHeld = hasApiProxy && HELD_BY_API_PROXY.has(name);
  return !NEVER_PASSED.has(name) && !PROXIES.has(name) && !excluded.has(name) && !isHeld;
}

/** Names that AWF passes even without `--env-all`. */
export const ALWAYS_PASSED: readonly string[] = [
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "GH_TOKEN",
  "GITHUB_API_URL",
  "GITHUB_PERSONAL_ACCESS_TOKEN",
  "GITHUB_SERVER_URL",
  "GITHUB_TOKEN",
  "TERM",
  "USER",
  "XDG_CONFIG_HOME",
];

/** Keys that AWF passes if no API proxy holds them. */
const KEYS: readonly string[] = [
  "ANTHROPIC_API_KEY",
  "CODEX_API_KEY",
  "COPILOT_GITHUB_TOKEN",
  "COPILOT_PROVIDER_API_KEY",
  "OPENAI_API_KEY",
];

/** The home directory of the user of GitHub's runners. */
const RUNNER_HOME = "/home/runner";

/**
 * The variables that AWF passes to the container, without those that it sets for the API proxy and its network.
 * `constant` converts a known text to a value. A missing name is unset in the container: without `CODEX_HOME`, for
 * example, Codex uses `~/.codex` of the container's `HOME`.
 */
export function containerEnvironment<Value>(
  host: HostEnvironment<Value>,
  options: EnvironmentOptions<Value>,
  constant: (text: string) => Value,
): ReadonlyMap<string, Value> {
  const isPassed = (name: string): boolean => mayPass(name, options.excluded, options.hasApiProxy);
  const environment = new Map<string, Value>();
  environment.set("HOME", homeOf(host, constant));
  const passed = options.passesEnvironment
    ? [...host.variables.keys()]
    : [...ALWAYS_PASSED, ...(options.hasApiProxy ? [] : KEYS)];
  const add = (name: string, value: Value | undefined): void => {
    if (value !== undefined && !environment.has(name) && isPassed(name)) environment.set(name, value);
  };
  for (const name of passed) add(name, host.variables.get(name));
  for (const [name, value] of options.file) add(name, value);
  // `--env` can also set proxies.
  for (const [name, value] of options.variables)
    if (PROXIES.has(name) ? !options.excluded.has(name) : isPassed(name)) environment.set(name, value);
  return environment;
}

/** With `sudo`, the home directory of the calling user (AWF's getRealUserHome), otherwise `HOME`. */
function homeOf<Value>(
  { variables, isStartedBySudo }: HostEnvironment<Value>,
  constant: (text: string) => Value,
): Value {
  return isStartedBySudo ? constant(RUNNER_HOME) : (variables.get("HOME") ?? constant("/root"));
}
