import { IMAGE, SETUP } from "../execution/index.js";
import {
  type Alternatives,
  directoryOf,
  isNowhere,
  knownText,
  lookUp,
  pathOf,
  resolvePath,
  type ShellState,
  type Unknown,
  unknownValue,
} from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import type { FoundStart } from "./container.js";

/**
 * `$CODEX_HOME/config.toml` as Codex sees it when it starts; its default folder is `~/.codex`. What another
 * step's `env` names is not handed on (gh-aw-threat-detection #341).
 */
export function configPathOf({ call: { state } }: FoundStart): string {
  const named = lookUp(state, "CODEX_HOME");
  if (named.kind === "set" && named.value.text.text !== "")
    return resolvePath(`${pathOf(state, named.value)}/config.toml`, directoryOf(state));
  if (named.kind === "unknown")
    return resolvePath(`${pathOf(state, unknownValue(named.unknown))}/config.toml`, "/");
  const home = lookUp(state, "HOME");
  return home.kind === "set"
    ? `${pathOf(state, home.value)}/.codex/config.toml`
    : "/home/runner/.codex/config.toml";
}

/** What `CODEX_HOME` names, if that folder is known not to be there. */
export function missingHomeOf({ call: { state } }: FoundStart, job: Job): string | undefined {
  const named = lookUp(state, "CODEX_HOME");
  const home = named.kind === "set" ? knownText(named.value) : undefined;
  if (home === undefined || home === "") return undefined;
  const { path, node } = state.files.find(resolvePath(home, directoryOf(state)));
  const isAbsent =
    node.kind === "absent" || (node.kind === "unknown" && isNotInImage(path, node.unknown, job));
  return isAbsent ? home : undefined;
}

/** Whether only an image of GitHub's may have put it there, and none has: they hold nothing of Codex (actions/runner-images). */
function isNotInImage(path: string, { id }: Unknown, { runsOn, hasContainer }: Job): boolean {
  if (!/codex/i.test(path)) return false;
  const [label = "", ...others] = runsOn;
  const isHosted = others.length === 0 && /^ubuntu-(?:latest|slim|\d\d\.\d\d)(?:-arm)?$/.test(label);
  return id === IMAGE.id && isHosted && !hasContainer;
}

/** What is not known of a path, and may be that of any file; the repository's name is the same wherever it stands. */
function unknownIn({ unknowns }: ShellState, path: string): Unknown | undefined {
  const ids = path.split("\0").filter((_, index) => index % 2 === 1);
  return ids.map((id) => unknowns.get(id)).find((unknown) => unknown && unknown.distinct !== true);
}

/**
 * Whether a step wrote the file under the very name that is not known: the same unknown is the same wherever it stands.
 * A name that may be empty would be another one for Codex.
 */
function isWrittenThere(state: ShellState, path: string): boolean {
  const named = lookUp(state, "CODEX_HOME");
  const isNamed = named.kind === "set" && (named.value.guesses[0]?.start ?? 0) > 0;
  return isNamed && state.files.find(path).node.kind === "file";
}

/** What the file at a path that `configPathOf` gave holds when Codex starts. */
export function configAt({ call: { state, origin } }: FoundStart, path: string, job: Job): Alternatives {
  const unknown = unknownIn(state, path);
  if (unknown && !isWrittenThere(state, path))
    return [[{ kind: "unknown", program: unknown.what, origin: unknown.origin, unknown, isElsewhere: true }]];
  const found = state.files.find(path);
  const { node } = found;
  const named = lookUp(state, "CODEX_HOME");
  // Where it may be unset, Codex may look elsewhere.
  if (named.kind === "unknown" && node.kind !== "unknown")
    return [[{ kind: "unknown", program: named.unknown.what, origin: named.unknown.origin }]];
  // Codex refuses what it cannot read, and goes on where nothing is there.
  if (isNowhere(found.path)) return [[{ kind: "unknown", program: "`ln`", origin }]];
  switch (node.kind) {
    case "file":
      return [node.content];
    case "directory":
      return [[{ kind: "unknown", program: "`mkdir`", origin }]];
    case "unknown":
      if (node.unknown.id === SETUP.id || isNotInImage(found.path, node.unknown, job)) return [undefined];
      return [
        [
          {
            kind: "unknown",
            program: node.unknown.what,
            origin: node.unknown.origin.end > 0 ? node.unknown.origin : origin,
            unknown: node.unknown,
          },
        ],
      ];
    case "absent":
    case "link":
      return [undefined];
  }
}
