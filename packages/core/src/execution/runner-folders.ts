import {
  joinValues,
  type ShellState,
  textValue,
  type Unknown,
  unknownValue,
  type Value,
} from "../shell/index.js";

const NOWHERE = { start: 0, end: 0 };

/** The home directory on GitHub's runners (https://docs.github.com/en/actions/reference/variables-reference). */
export const HOME = "/home/runner";
/** The folder of all workspaces. */
export const WORK: string = `${HOME}/work`;
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

const WORKSPACE_START: RegExp = new RegExp(`^${WORK}/\0${REPOSITORY.id}\0/\0${REPOSITORY.id}\0(?=/|$)`);

/** A path for display: the runner's folders by their variables, and unknown parts as the file spells them. */
export function displayedPath(path: string, unknowns: ReadonlyMap<string, Unknown>): string {
  return path
    .replace(WORKSPACE_START, "${GITHUB_WORKSPACE}")
    .replace(/^\/home\/runner\/work\/_temp(?=\/|$)/, "${RUNNER_TEMP}")
    .replace(/^\/home\/runner(?=\/|$)/, "${HOME}")
    .replace(/\0([^\0]*)\0/g, (_, id: string) => unknowns.get(id)?.label ?? "${...}");
}
