import type { Context } from "../context.js";
import { baseName, joinPath, RUNNER_FILES } from "../files/path.js";
import { lookUp } from "../state/lookup.js";
import { directoryOf, isOn } from "../state/shell-state.js";
import { isPlainPattern, parsePattern, unescapePattern } from "./patterns.js";

/** The files that match a pattern, in the shell's order. */
export type Matched =
  { readonly kind: "known"; readonly paths: readonly string[] } | { readonly kind: "unknown" };

/** Expands a pattern of files; `unknown` if the content of a folder on the way is not known. */
export function matchFiles(pattern: string, context: Context): Matched {
  const { state } = context;
  if (lookUp(state, "GLOBIGNORE").kind !== "unset") return { kind: "unknown" };
  const segments = pattern.split("/");
  const isAbsolute = pattern.startsWith("/");
  /** Each path as the shell writes it, and as an absolute path. */
  let found: readonly { readonly written: string; readonly path: string }[] = [
    { written: isAbsolute ? "/" : "", path: isAbsolute ? "/" : directoryOf(state) },
  ];
  for (const segment of isAbsolute ? segments.slice(1) : segments) {
    if (segment === "") continue;
    const next: { readonly written: string; readonly path: string }[] = [];
    for (const { written, path } of found) {
      const prefix = written === "" || written.endsWith("/") ? written : `${written}/`;
      if (isPlainPattern(segment)) {
        const name = unescapePattern(segment);
        const child = name === "." ? path : joinPath(path, name);
        const { node } = state.files.find(child);
        if (node.kind === "unknown") return { kind: "unknown" };
        if (node.kind !== "absent") next.push({ written: prefix + name, path: child });
        continue;
      }
      const folder = state.files.find(path);
      if (folder.node.kind === "unknown" || state.files.restOf(folder.path)) return { kind: "unknown" };
      const parsed = segment === "**" ? undefined : parsePattern(segment);
      if (!parsed) return { kind: "unknown" };
      for (const child of state.files.pathsBelow(folder.path)) {
        const name = baseName(child);
        if (joinPath(folder.path, name) !== child) continue;
        if (name === RUNNER_FILES && mayNameFileOfRunner(segment)) return { kind: "unknown" };
        if (state.files.findEntry(child).node.kind === "unknown") return { kind: "unknown" };
        const isHidden = name.startsWith(".") && !segment.startsWith(".") && !isOn(state, "dotglob");
        if (!isHidden && parsed.matches(name))
          next.push({ written: prefix + name, path: joinPath(path, name) });
      }
    }
    found = next;
  }
  if (isOn(state, "nocaseglob") && /[a-z]/i.test(pattern)) return { kind: "unknown" };
  const isOfFolders = pattern.endsWith("/");
  const paths = found
    .filter(({ path }) => !isOfFolders || state.files.find(path).node.kind === "directory")
    .map(({ written }) => written)
    .sort(byLetters);
  return { kind: "known", paths: isOfFolders ? paths.map((path) => `${path}/`) : paths };
}

/**
 * Whether a pattern may match what the runner keeps next to `RUNNER_FILES`: `_github_workflow` and the like, and scripts of
 * steps and actions, whose names are random identifiers.
 */
function mayNameFileOfRunner(pattern: string): boolean {
  const [start = ""] = /^[\w.-]*/.exec(pattern) ?? [];
  const isOther = !start.startsWith("_") && /[^0-9a-f-]/.test(start);
  return !isOther && !/\.(?!sh$)\w+$/.test(pattern);
}

/** The order of the runner's locale, C.UTF-8. */
function byLetters(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
