import { lookUp, pathOf, resolvePath, unknownValue, type Alternatives } from "../shell/index.js";
import type { FoundStart } from "./container.js";
import { SETUP } from "./runner.js";

/**
 * `$CODEX_HOME/config.toml` as Codex sees it when it starts; its default folder is `~/.codex`. What another
 * step's `env` names is not handed on (gh-aw-threat-detection #341).
 */
export function configPathOf({ call: { state } }: FoundStart): string {
  const named = lookUp(state, "CODEX_HOME");
  if (named.kind === "set" && named.value.text.text !== "")
    return resolvePath(`${pathOf(state, named.value)}/config.toml`, "/");
  if (named.kind === "unknown")
    return resolvePath(`${pathOf(state, unknownValue(named.unknown))}/config.toml`, "/");
  const home = lookUp(state, "HOME");
  return home.kind === "set"
    ? `${pathOf(state, home.value)}/.codex/config.toml`
    : "/home/runner/.codex/config.toml";
}

/** What the file at a path that `configPathOf` gave holds when Codex starts. */
export function configAt({ call: { state, origin } }: FoundStart, path: string): Alternatives {
  const { node } = state.files.find(path);
  const named = lookUp(state, "CODEX_HOME");
  // Where it may be unset, Codex may look elsewhere.
  if (named.kind === "unknown" && node.kind !== "unknown")
    return [[{ kind: "unknown", program: named.unknown.what, origin: named.unknown.origin }]];
  switch (node.kind) {
    case "file":
      return [node.content];
    case "unknown":
      if (node.unknown.id === SETUP.id) return [undefined];
      return [
        [
          {
            kind: "unknown",
            program: node.unknown.what,
            origin: node.unknown.origin.end > 0 ? node.unknown.origin : origin,
          },
        ],
      ];
    default:
      return [undefined];
  }
}
