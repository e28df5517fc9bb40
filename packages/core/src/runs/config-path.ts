import { hasImageOfGitHub, IMAGE, SETUP } from "../execution/index.js";
import {
  type Alternatives,
  baseName,
  type Content,
  directoryOf,
  emptiness,
  fileSource,
  fillIn,
  folderOf,
  isNowhere,
  lookUp,
  pathOf,
  resolvePath,
  type ShellState,
  textualPathOf,
  type Unknown,
  unknownValue,
} from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import type { FoundStart } from "./container.js";

/**
 * The path of `$CODEX_HOME/config.toml` when Codex starts; the default folder is `~/.codex`. A `CODEX_HOME` in another
 * step's `env` does not apply (gh-aw-threat-detection #341).
 */
export function configPathOf({ call: { state } }: FoundStart): string {
  const named = lookUp(state, "CODEX_HOME");
  if (named.kind === "set" && named.value.text.text !== "") {
    const path = pathOf(state, named.value);
    const folder = isNowhere(path) ? textualPathOf(state, named.value) : path;
    return resolvePath(`${folder}/config.toml`, directoryOf(state));
  }
  if (named.kind === "unknown")
    return resolvePath(`${pathOf(state, unknownValue(named.unknown))}/config.toml`, "/");
  const home = lookUp(state, "HOME");
  return home.kind === "set"
    ? `${pathOf(state, home.value)}/.codex/config.toml`
    : "/home/runner/.codex/config.toml";
}

/** The value of `CODEX_HOME`, with `${...}` for unknown parts, if that folder is known not to exist. */
export function missingHomeOf({ call: { state } }: FoundStart, job: Job): string | undefined {
  const named = lookUp(state, "CODEX_HOME");
  const value = named.kind === "set" ? named.value : undefined;
  // Nothing has the name of a temporary folder that is gone.
  if (!value || value.text.text === "" || value.guesses.some(({ unknown }) => unknown.distinct !== true))
    return undefined;
  const { path, node } = state.files.find(pathOf(state, value));
  const isAbsent =
    node.kind === "absent" || (node.kind === "unknown" && isNotInImage(path, node.unknown, job));
  return isAbsent ? fillIn(value, () => "${...}") : undefined;
}

/** Whether a path of Codex could exist only in the runner's image, which does not have it. */
function isNotInImage(path: string, { id }: Unknown, job: Job): boolean {
  return /codex/i.test(path) && id === IMAGE.id && hasImageOfGitHub(job);
}

/** The first unknown part of a path that may name any file. The repository's name is not one: it is always the same. */
function unknownIn({ unknowns }: ShellState, path: string): Unknown | undefined {
  const ids = path.split("\0").filter((_, index) => index % 2 === 1);
  return ids.map((id) => unknowns.get(id)).find((unknown) => unknown && unknown.distinct !== true);
}

/**
 * Whether a step wrote the file under the same unknown name, which has the same value everywhere. This does not hold
 * for a name that may be empty: Codex would use its default folder.
 */
function isWrittenThere(state: ShellState, path: string): boolean {
  const named = lookUp(state, "CODEX_HOME");
  return (
    named.kind === "set" &&
    emptiness(state, named.value) === false &&
    state.files.find(path).node.kind === "file"
  );
}

/** The possible contents of the file when Codex starts; `path` is a result of `configPathOf`. */
export function configAt({ call: { state, origin } }: FoundStart, path: string, job: Job): Alternatives {
  const unknown = unknownIn(state, path);
  if (unknown && !isWrittenThere(state, path))
    return [[{ kind: "unknown", what: unknown.what, origin: unknown.origin, unknown, isElsewhere: true }]];
  const found = state.files.find(path);
  const { node } = found;
  const named = lookUp(state, "CODEX_HOME");
  // If the variable may be unset, Codex may read another file.
  if (named.kind === "unknown" && node.kind !== "unknown")
    return [[{ kind: "unknown", what: named.unknown.what, origin: named.unknown.origin }]];
  // Codex stops at a file that it cannot read, and continues without a file.
  if (isNowhere(found.path)) return [[{ kind: "unknown", what: "`ln`", origin }]];
  switch (node.kind) {
    case "file":
      return [node.content];
    case "directory":
      return [[{ kind: "unknown", what: "`mkdir`", origin }]];
    case "unknown":
      if (node.unknown.id === SETUP.id || isNotInImage(found.path, node.unknown, job)) return [undefined];
      return [
        [
          {
            kind: "unknown",
            what: node.unknown.what,
            origin: node.unknown.origin.end > 0 ? node.unknown.origin : origin,
            unknown: node.unknown,
          },
        ],
      ];
    case "absent":
    case "link":
      return [fileAsFolder(state, found.path, origin)];
  }
}

/** Stands for the error of Codex if a folder of a path is a file; `undefined` if none is. */
function fileAsFolder({ files }: ShellState, path: string, origin: Unknown["origin"]): Content | undefined {
  for (let folder = folderOf(path); folder !== "/"; folder = folderOf(folder)) {
    const { kind } = files.find(folder).node;
    if (kind === "directory") return undefined;
    if (kind !== "file") continue;
    const what = `${fileSource(baseName(folder))}, which is not a folder`;
    const unknown = { id: `file ${folder}`, label: what, what, origin };
    return [{ kind: "unknown", what, origin, unknown, isElsewhere: true }];
  }
  return undefined;
}

/** Whether a file is there that no program can read: links in a circle, or a folder. */
export function isUnreadable({ files }: ShellState, path: string): boolean {
  const found = files.find(path);
  return isNowhere(found.path) || found.node.kind === "directory";
}
