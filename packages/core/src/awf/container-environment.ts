/*
 * Which variables AWF's container gets, as AWF's own sources have it (github/gh-aw-firewall,
 * src/services/agent-environment/: core-environment, excluded-vars, env-passthrough, github-actions-environment).
 * `Value` is what the caller knows of a variable.
 */

/** The environment of AWF's own process. */
export interface HostEnvironment<Value> {
  /** Exported variables alone. */
  readonly variables: ReadonlyMap<string, Value>;
  /** Whether `sudo` started it, which says in `SUDO_USER` who the user is. */
  readonly isStartedBySudo: boolean;
}

/** What AWF's options say about variables. */
export interface EnvironmentOptions<Value> {
  /** `--env-all` */
  readonly passesEnvironment: boolean;
  /** `--exclude-env` */
  readonly excluded: ReadonlySet<string>;
  /** `--env NAME=value`, `-e`: the last of a name counts. */
  readonly variables: ReadonlyMap<string, Value>;
  /** `--env-file` */
  readonly file: ReadonlyMap<string, Value>;
  readonly hasApiProxy: boolean;
}

/** Names that the container never gets from outside: it has its own, or they mean nothing there. */
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

/** Proxies of the runner, which only `--env` may set. */
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

/** Keys that the API proxy holds, and addresses that would lead past it. */
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

/** Names that are handed on without `--env-all`, too. */
const ALWAYS_PASSED: readonly string[] = [
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

/** Keys that are handed on where no API proxy holds them. */
const KEYS: readonly string[] = [
  "ANTHROPIC_API_KEY",
  "CODEX_API_KEY",
  "COPILOT_GITHUB_TOKEN",
  "COPILOT_PROVIDER_API_KEY",
  "OPENAI_API_KEY",
];

/** The home of the user of GitHub's runners. */
const RUNNER_HOME = "/home/runner";

/**
 * The variables that reach the container, without those that AWF makes up for the API proxy and for its network.
 * `constant` is a value that is known. A name that is missing is unset there: without `CODEX_HOME`, for example,
 * Codex takes `~/.codex` of the container's `HOME`.
 */
export function containerEnvironment<Value>(
  host: HostEnvironment<Value>,
  options: EnvironmentOptions<Value>,
  constant: (text: string) => Value,
): ReadonlyMap<string, Value> {
  const isExcluded = (name: string): boolean =>
    NEVER_PASSED.has(name) ||
    options.excluded.has(name) ||
    (options.hasApiProxy && HELD_BY_API_PROXY.has(name));
  const environment = new Map<string, Value>();
  environment.set("HOME", homeOf(host, constant));
  const passed = options.passesEnvironment
    ? [...host.variables.keys()]
    : [...ALWAYS_PASSED, ...(options.hasApiProxy ? [] : KEYS)];
  const add = (name: string, value: Value | undefined): void => {
    const isTaken = environment.has(name) || PROXIES.has(name) || isExcluded(name);
    if (value !== undefined && !isTaken) environment.set(name, value);
  };
  for (const name of passed) add(name, host.variables.get(name));
  for (const [name, value] of options.file) add(name, value);
  for (const [name, value] of options.variables) if (!isExcluded(name)) environment.set(name, value);
  return environment;
}

/** Root by `sudo` has the home of the user who asked (AWF's getRealUserHome); anybody else has `HOME`. */
function homeOf<Value>(
  { variables, isStartedBySudo }: HostEnvironment<Value>,
  constant: (text: string) => Value,
): Value {
  return isStartedBySudo ? constant(RUNNER_HOME) : (variables.get("HOME") ?? constant("/root"));
}
