import {
  ask,
  asExported,
  dropFunctions,
  dropSetters,
  fillIn,
  firstUnknown,
  isExportOfFunction,
  isThere,
  joinValues,
  knownText,
  noteUnknown,
  pathOf,
  resolvePath,
  scalar,
  sliceValue,
  textValue,
  unknownValue,
  UNSET,
  valueOfContent,
  valueOfPath,
  type ShellState,
  type Unknown,
  type Value,
  type Variable,
} from "../shell/index.js";
import { foldersIn } from "../execution/index.js";
import { ALWAYS_PASSED, containerEnvironment, readEnvFileLine, type AwfStart } from "../awf/index.js";

const NOWHERE = { start: 0, end: 0 };

const UNKNOWN_FILE: Unknown = {
  id: "environment file",
  label: "--env-file",
  what: "an unknown file of variables",
  origin: NOWHERE,
};

/** Why AWF does not start. */
export type Refusal = "missingFile" | "invalidVariable";

/**
 * Replaces the variables and the folder of AWF's own process in a state with those of its container. If AWF does not
 * start, returns why and leaves the state unchanged.
 */
export function enterContainer(state: ShellState, awf: AwfStart, hasApiProxy: boolean): Refusal | undefined {
  const { isInvalid } = awf;
  if (isInvalid === true) return "invalidVariable";
  const read = readEnvironmentFile(state, awf);
  if (read === "missing") return "missingFile";
  if (isInvalid !== false && !ask(state, `variable ${isInvalid.id}`, true, isInvalid))
    return "invalidVariable";
  if (!awf.passesEnvironment) dropSetters(state, ALWAYS_PASSED);
  const file =
    isInvalid === false && read !== "unknown" ? read : anyVariable(state, isInvalid || UNKNOWN_FILE);
  const exported = exportedByName(state);
  const environment = containerEnvironment<Variable>(
    { variables: exported, isStartedBySudo: exported.has("SUDO_USER") },
    {
      passesEnvironment: awf.passesEnvironment,
      excluded: awf.excluded,
      variables: new Map([...awf.values].map(([name, value]) => [name, scalar(value, true)])),
      file,
      hasApiProxy,
    },
    (text) => scalar(textValue(text, NOWHERE), true),
  );
  const path = pathOfAwf(state, exported);
  // This includes the runner's variables.
  for (const name of state.variables.keys()) state.variables.set(name, UNSET);
  dropFunctions(state, awf.passesEnvironment);
  for (const name of state.options.keys()) if (!isExportOfFunction(name)) state.options.set(name, undefined);
  for (const signal of state.traps.keys()) state.traps.set(signal, undefined);
  for (const [name, variable] of environment) state.variables.set(name, { ...variable, isExported: true });
  // AWF passes its own `PATH` to the container.
  if (path) state.variables.set("PATH", path);
  const home = environment.get("HOME")?.value;
  const folder = awf.folder ?? home;
  if (folder) {
    const directory = resolvePath(pathOf(state, folder), "/");
    state.places.set("directory", directory);
    state.variables.set("PWD", scalar(valueOfPath(state, directory), true));
  }
  for (const mount of awf.mounts) taintMounted(state, mount);
  return undefined;
}

/**
 * AWF's own `PATH`, after the folders that its step wrote to `$GITHUB_PATH` and that are not in `PATH` already (AWF's
 * `mergeGitHubPathEntries`).
 */
function pathOfAwf(state: ShellState, exported: ReadonlyMap<string, Variable>): Variable | undefined {
  const path = state.variables.get("PATH");
  const file = exported.get("GITHUB_PATH")?.value;
  const { node } = file ? state.files.find(pathOf(state, file)) : { node: undefined };
  if (!path?.value || node?.kind !== "file") return path;
  const before = path.value.text.text.split(":");
  const added = foldersIn(node.content).filter((folder) => !before.includes(knownText(folder) ?? ""));
  const colon = textValue(":", NOWHERE);
  return { ...path, value: joinValues([...added.flatMap((folder) => [folder, colon]), path.value]) };
}

/** Makes a folder of the container unknown that is another one of the host. The container's `/host` is the host's root. */
function taintMounted(state: ShellState, mount: Value): void {
  const text = fillIn(mount, (unknown) => noteUnknown(state, unknown));
  const [host = "", container] = text.replace(/\0[^\0]*\0/g, (id) => id.replaceAll(":", "\u0003")).split(":");
  const unknown = {
    id: `mount ${text}`,
    label: "--mount",
    what: "AWF's `--mount`",
    origin: firstUnknown(mount)?.origin ?? NOWHERE,
  };
  if (container === undefined) {
    // gh-aw's own mounts of this kind are tool caches.
    if (state.reach !== "workspace") state.files.taintAll(unknown);
    return;
  }
  const target = container.replace(/^\/host(?=\/|$|\0)/, "");
  if (target === host || container === host) return;
  state.files.taint(state.files.find(resolvePath(target.replaceAll("\u0003", ":"), "/")).path, unknown);
}

function exportedByName(state: ShellState): ReadonlyMap<string, Variable> {
  const exported = new Map<string, Variable>();
  for (const name of state.variables.keys()) {
    const variable = asExported(name, state.variables.get(name));
    if (variable?.value) exported.set(name, variable);
  }
  return exported;
}

/** The variables of `--env-file`. */
function readEnvironmentFile(
  state: ShellState,
  { environmentFile }: AwfStart,
): ReadonlyMap<string, Variable> | "missing" | "unknown" {
  const variables = new Map<string, Variable>();
  if (!environmentFile) return variables;
  const found = state.files.find(pathOf(state, environmentFile));
  const { node } = found;
  if (node.kind === "directory" || !isThere(state, found)) return "missing";
  if (node.kind !== "file" || node.content.some(({ kind }) => kind === "unknown")) return "unknown";
  const content = valueOfContent(node.content);
  for (const line of linesOf(content)) {
    const read = readEnvFileLine(line.text.text);
    if (read)
      variables.set(read.name, scalar(sliceValue(line, read.offset, line.text.text.trimEnd().length), true));
  }
  return variables;
}

/** Unknown values for all variables, for an unknown that may set any of them in the container. */
function anyVariable(state: ShellState, unknown: Unknown): ReadonlyMap<string, Variable> {
  const { id, what, origin } = unknown;
  state.setters.set("", unknown);
  return new Map(
    [...new Set([...state.variables.keys(), "CODEX_HOME"])].map((name) => {
      const value = unknownValue({ id: `${id} ${name}`, label: `\${${name}}`, what, origin });
      return [name, { ...UNSET, value, mayBeUnset: true, isExported: true }];
    }),
  );
}

function linesOf(value: Value): readonly Value[] {
  const { text } = value.text;
  const lines: Value[] = [];
  for (let start = 0; start < text.length;) {
    const lineFeed = text.indexOf("\n", start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    lines.push(sliceValue(value, start, end));
    start = end + 1;
  }
  return lines;
}
