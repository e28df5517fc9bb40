import {
  scalar,
  type ShellState,
  textValue,
  type Unknown,
  unknownExpression,
  type Variable,
} from "../shell/index.js";
import { HOME, RUNNER_TEMP, WORKSPACE } from "./runner-folders.js";

const NOWHERE = { start: 0, end: 0 };

/**
 * Variables of the runner and its image with unknown values (GitHub's documentation and images). `GH_AW_MODEL_*` is not
 * among them: gh-aw sets it for single steps, in the file.
 */
const UNKNOWN_NAMES: RegExp =
  /^(?:GITHUB_|GH_AW_(?!MODEL_)|AWF_|RUNNER_|ACTIONS_|INPUT_|ANDROID_|JAVA_|GOROOT_|ACCEPT_EULA$|AGENT_|ANT_|AZURE_|BOOTSTRAP_|CHROME|CONDA$|DEPLOYMENT_|DOTNET_|EDGEWEBDRIVER$|ENABLE_RUNNER|GECKOWEBDRIVER$|GHCUP_|GRADLE_|HOMEBREW_|Image|INVOCATION_ID$|JOURNAL_|LEIN_|NVM_DIR$|PIPX_|POWERSHELL_|PSMODULE|SELENIUM_|SGX_|STATS_|SWIFT_|SYSTEMD_|USE_BAZEL|VCPKG_|XDG_|LANG$|LC_|PATH$|SHELL$|LOGNAME$|USER$|TERM$|HOSTNAME$|PS1$|BASH|EPOCH|PPID$|SHLVL$|OSTYPE$|HOSTTYPE$|MACHTYPE$|OPTIND$|COLUMNS$|LINES$|GROUPS$|DIRSTACK$|PIPESTATUS$|FUNCNAME$|REPLY$|DEBIAN_FRONTEND$)/;

/** Variables of gh-aw and AWF: in a workflow that gh-aw did not compile, nothing on the runner sets them. */
const OF_COMPILER = /^(?:AWF_|GH_AW_)/;

/** Variables whose value equals that of an expression, such as `github.sha`. */
const OF_CONTEXT =
  /^(?:GITHUB_(?:ACTOR|ACTOR_ID|BASE_REF|HEAD_REF|JOB|REF|REF_NAME|REF_TYPE|REPOSITORY|REPOSITORY_ID|REPOSITORY_OWNER|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SHA|TRIGGERING_ACTOR|WORKFLOW)|RUNNER_(?:ARCH|NAME))$/;

/**
 * The value of a variable that the runner or its image may set; `undefined` for another name. `hasCompiler`: whether
 * gh-aw's variables may be set, too.
 */
export function runnerVariable(name: string, hasCompiler: boolean): Unknown | undefined {
  if (!UNKNOWN_NAMES.test(name) || (!hasCompiler && OF_COMPILER.test(name))) return undefined;
  const own = { id: `variable ${name}`, label: `\${${name}}`, what: `\`$${name}\``, origin: NOWHERE };
  if (!OF_CONTEXT.test(name)) return own;
  const { id, integer } = unknownExpression(name.toLowerCase().replace("_", "."), NOWHERE);
  return { ...own, id, integer };
}

const OWN_VARIABLES: ReadonlyMap<string, Variable> = new Map(
  Object.entries({ HOME, CI: "true", GITHUB_ACTIONS: "true", RUNNER_OS: "Linux", RUNNER_TEMP }).map(
    ([name, text]) => [name, scalar(textValue(text, NOWHERE), true)],
  ),
);
const WORKSPACE_VARIABLE: Variable = scalar(WORKSPACE, true);

/** Sets the runner's variables for each step, before those of the workflow; `event` is `$GITHUB_EVENT_NAME`. */
export function setRunnerVariables(state: ShellState, event: Variable | undefined): void {
  for (const [name, variable] of OWN_VARIABLES) state.variables.set(name, variable);
  state.variables.set("GITHUB_WORKSPACE", WORKSPACE_VARIABLE);
  if (event) state.variables.set("GITHUB_EVENT_NAME", event);
}
