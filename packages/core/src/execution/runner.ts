import {
  createState,
  isDropped,
  joinValues,
  scalar,
  type ShellState,
  textValue,
  unknownExpression,
  type Unknown,
  unknownValue,
  type Value,
  type Variable,
} from "../shell/index.js";
import type { Job } from "../workflow/index.js";

const NOWHERE = { start: 0, end: 0 };

/** The home directory on GitHub's runners (https://docs.github.com/en/actions/reference/variables-reference). */
export const HOME = "/home/runner";
const WORK = `${HOME}/work`;
/** The value of `$RUNNER_TEMP`. */
export const RUNNER_TEMP = "/home/runner/work/_temp";

/** The repository's name, a part of the workspace's path. */
const REPOSITORY: Unknown = {
  id: "repository",
  label: "REPOSITORY",
  what: "the repository's name",
  origin: NOWHERE,
  distinct: true,
};

/** Stands for the files of the runner's image. */
export const IMAGE: Unknown = { id: "image", label: "runner", what: "the runner's image", origin: NOWHERE };

/**
 * Variables of the runner and its image with unknown values (GitHub's documentation and images). `GH_AW_MODEL_*` is not
 * among them: gh-aw sets it for single steps, in the file.
 */
const UNKNOWN_NAMES: RegExp =
  /^(?:GITHUB_|GH_AW_(?!MODEL_)|AWF_|RUNNER_|ACTIONS_|INPUT_|ANDROID_|JAVA_|GOROOT_|ACCEPT_EULA$|AGENT_|ANT_|AZURE_|BOOTSTRAP_|CHROME|CONDA$|DEPLOYMENT_|DOTNET_|EDGEWEBDRIVER$|ENABLE_RUNNER|GECKOWEBDRIVER$|GHCUP_|GRADLE_|HOMEBREW_|Image|INVOCATION_ID$|JOURNAL_|LEIN_|NVM_DIR$|PIPX_|POWERSHELL_|PSMODULE|SELENIUM_|SGX_|STATS_|SWIFT_|SYSTEMD_|USE_BAZEL|VCPKG_|XDG_|LANG$|LC_|PATH$|SHELL$|LOGNAME$|USER$|TERM$|HOSTNAME$|PS1$|BASH|EPOCH|PPID$|SHLVL$|OSTYPE$|HOSTTYPE$|MACHTYPE$|OPTIND$|COLUMNS$|LINES$|GROUPS$|DIRSTACK$|PIPESTATUS$|FUNCNAME$|REPLY$|DEBIAN_FRONTEND$)/;

/** Variables of gh-aw and AWF: in a workflow that gh-aw did not compile, nothing on the runner sets them. */
const OF_COMPILER = /^(?:AWF_|GH_AW_)/;

/** Whether the runner or its image may set a variable of that name. */
export function isOfRunner(name: string): boolean {
  return UNKNOWN_NAMES.test(name) && !OF_COMPILER.test(name);
}

/** The path of the workspace, which contains the repository's name twice. */
export function workspaceOf(state: ShellState): string {
  state.unknowns.set(REPOSITORY.id, REPOSITORY);
  const name = `\0${REPOSITORY.id}\0`;
  return `${WORK}/${name}/${name}`;
}

/** The path of the workspace as a value. */
export const WORKSPACE: Value = joinedWorkspace();

function joinedWorkspace(): Value {
  const name = unknownValue({ ...REPOSITORY, label: "${GITHUB_REPOSITORY_NAME}" });
  return joinValues([textValue(`${WORK}/`, NOWHERE), name, textValue("/", NOWHERE), name]);
}

/** Folders that every runner has. */
const SYSTEM_FOLDERS: readonly string[] = [
  HOME,
  "/dev",
  "/etc",
  "/opt",
  "/root",
  "/usr/bin",
  "/usr/local/bin",
  "/usr/local/lib",
  "/usr/local/share",
  "/var",
];

/** Folders that gh-aw's setup creates. They hold no configuration of Codex until a step writes one. */
const COMPILER_FOLDERS: readonly string[] = [`${RUNNER_TEMP}/gh-aw`, "/tmp/gh-aw", "/opt/gh-aw"];

/** Stands for the files that gh-aw's setup writes, none of them a configuration of Codex. */
export const SETUP: Unknown = { id: "setup", label: "gh-aw", what: "gh-aw's setup", origin: NOWHERE };

/**
 * Whether earlier jobs may have left files on the machine. Only GitHub's own runners, which have standard labels, are
 * new for each job. An expression of the matrix counts as a standard label.
 */
export function mayBeUsedAgain({ runsOn }: Job): boolean {
  return runsOn.some((label) => !/^(?:ubuntu|windows|macos)-|^\$\{\{\s*matrix\./.test(label));
}

/** Whether a job runs on Windows or macOS, where AWF does not start: it needs Linux. */
export function lacksLinux({ runsOn }: Job): boolean {
  return runsOn.some((label) => /^(?:windows|macos)(?:-|$)/i.test(label));
}

/** The properties of a runner. */
export interface RunnerOptions {
  readonly isCompiled: boolean;
  readonly followsFailures: boolean;
  /** Whether the machine may hold files that no step of the job writes: see `mayBeUsedAgain`, `hasOwnImage`. */
  readonly isUsedAgain: boolean;
}

/**
 * A runner before a job's first step: its folders, and an image that is not known in full. In a file that gh-aw
 * compiled, the steps of its source are assumed to write only to the workspace, and gh-aw's folders exist.
 */
export function createRunner({ isCompiled, followsFailures, isUsedAgain }: RunnerOptions): ShellState {
  const state: ShellState = createState({
    rest: IMAGE,
    followsFailures,
    reach: isCompiled ? "workspace" : "everything",
    unnamed(name) {
      const isSetByCompiler = isCompiled || state.notes.get("container") !== undefined;
      if (UNKNOWN_NAMES.test(name) && (isSetByCompiler || !OF_COMPILER.test(name))) return unknownOf(name);
      // A step may have set any variable.
      const exported = isDropped(state, name) ? undefined : exportedUnknown(state);
      return exported && { ...exported, id: `${exported.id} ${name}`, label: `\${${name}}` };
    },
  });
  const workspace = workspaceOf(state);
  for (const path of SYSTEM_FOLDERS) state.files.keepFolder(path, IMAGE);
  const left = isUsedAgain ? IMAGE : undefined;
  for (const path of ["/tmp", WORK, workspace]) state.files.keepFolder(path, left);
  state.files.keepFolder(RUNNER_TEMP, undefined);
  if (!isUsedAgain)
    for (const home of [HOME, "/root"]) state.files.put(`${home}/.codex`, { kind: "absent", since: 0 });
  if (isCompiled) makeCompilerFolders(state);
  state.places.set("directory", workspace);
  return state;
}

/** Variables whose value equals that of an expression, such as `github.sha`. */
const OF_CONTEXT =
  /^(?:GITHUB_(?:ACTOR|ACTOR_ID|BASE_REF|HEAD_REF|JOB|REF|REF_NAME|REF_TYPE|REPOSITORY|REPOSITORY_ID|REPOSITORY_OWNER|RUN_ATTEMPT|RUN_ID|RUN_NUMBER|SHA|TRIGGERING_ACTOR|WORKFLOW)|RUNNER_(?:ARCH|NAME))$/;

function unknownOf(name: string): Unknown {
  const own = { id: `variable ${name}`, label: `\${${name}}`, what: `\`$${name}\``, origin: NOWHERE };
  if (!OF_CONTEXT.test(name)) return own;
  const { id, integer } = unknownExpression(name.toLowerCase().replace("_", "."), NOWHERE);
  return { ...own, id, integer };
}

/** Records that a step may have written any variable to `$GITHUB_ENV`. */
export function noteExports(state: ShellState, unknown: Unknown): void {
  // A NUL separates the notes of several ways.
  const id = unknown.id.replaceAll("\0", "\u0002");
  state.unknowns.set(id, { ...unknown, id });
  state.notes.set("environment", id);
}

/** An unknown that may have written any variable to `$GITHUB_ENV` in an earlier step; `undefined` if there is none. */
export function exportedUnknown(state: ShellState): Unknown | undefined {
  const ids = state.notes.get("environment")?.split("\0") ?? [];
  return ids.map((id) => state.unknowns.get(id)).find((unknown) => unknown !== undefined);
}

/** Creates gh-aw's folders, whose content is gh-aw's own and not a configuration of Codex. */
export function makeCompilerFolders(state: ShellState): void {
  for (const folder of COMPILER_FOLDERS) {
    if (state.files.find(folder).node.kind !== "directory")
      state.files.put(folder, { kind: "directory", rest: SETUP, since: 0 });
    const config = `${folder}/mcp-config`;
    if (state.files.find(config).node.kind === "unknown") {
      state.files.put(config, { kind: "directory", rest: SETUP, since: 0 });
      state.files.put(`${config}/config.toml`, { kind: "absent", since: 0 });
    }
  }
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

const WORKSPACE_START: RegExp = new RegExp(`^${WORK}/\0${REPOSITORY.id}\0/\0${REPOSITORY.id}\0(?=/|$)`);

/** A path for display: the runner's folders by their variables, and unknown parts as the file spells them. */
export function displayedPath(path: string, unknowns: ReadonlyMap<string, Unknown>): string {
  return path
    .replace(WORKSPACE_START, "${GITHUB_WORKSPACE}")
    .replace(/^\/home\/runner\/work\/_temp(?=\/|$)/, "${RUNNER_TEMP}")
    .replace(/^\/home\/runner(?=\/|$)/, "${HOME}")
    .replace(/\0([^\0]*)\0/g, (_, id: string) => unknowns.get(id)?.label ?? "${...}");
}

/** Whether steps that start AWF may run after a step has failed. */
export function continuesAfterFailure({ steps }: Job): boolean {
  const last = steps.findLastIndex(({ run }) => run?.source.includes("awf"));
  return steps.some(
    ({ condition, continueOnError }, index) =>
      index <= last &&
      (/\b(?:always|failure|cancelled)\s*\(/i.test(condition ?? "") ||
        (index < last && continueOnError !== undefined && continueOnError.trim() !== "false")),
  );
}
