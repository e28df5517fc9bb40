import { readCommandLine } from "../codex/command/index.js";
import {
  codexRelease,
  hasChange,
  hasProfileFiles,
  ignoresProjectProviders,
} from "../codex/releases/index.js";
import { IMAGE } from "../execution/index.js";
import {
  type Alternatives,
  type Content,
  directoryOf,
  fileSource,
  folderOf,
  type ShellState,
  textOfContent,
  valueOfContent,
} from "../shell/index.js";
import { isUnreadable } from "./config-path.js";
import type { FoundStart } from "./container.js";

/**
 * The system's configuration, which the user's overrides (0.121.0 and 0.169.0 were run), and that of an administrator, which
 * overrides the user's (https://developers.openai.com/codex/enterprise/managed-configuration).
 */
const OF_SYSTEM: readonly string[] = ["/etc/codex/config.toml", "/etc/codex/managed_config.toml"];

/**
 * Adds to the possible contents of config.toml an unknown part for another file that Codex reads: the system's
 * configuration, that of the selected profile unless it is as good as a part of config.toml, and `.codex/config.toml` in
 * a project that config.toml trusts.
 */
export function withOtherFiles(
  start: FoundStart,
  path: string,
  codexVersion: string | undefined,
  config: Alternatives,
): Alternatives {
  const { state, origin } = start.call;
  const release = codexRelease(codexVersion);
  const words = start.args.map(({ value }) => value);
  const profile = hasChange(release, hasProfileFiles)
    ? readCommandLine(words, release).profile?.value
    : undefined;
  const readsProjects = !hasChange(release, ignoresProjectProviders);
  const ofProfile = `${folderOf(path)}/${profile ?? ""}.config.toml`;
  const ofSystem = OF_SYSTEM.find((file) => isWritten(state, file));
  const ofRun = ofSystem ?? (profile !== undefined && mayBeThere(state, ofProfile) ? ofProfile : undefined);
  // Codex reads the file of any project, and stops if it cannot (0.169.0 was run).
  const unreadable = projectFile(state, path, isUnreadable);
  return config.map((content) => {
    const isTrusting = content !== undefined && readsProjects && trustsProjects(content);
    const file = ofRun ?? (isTrusting ? projectFile(state, path, mayBeThere) : unreadable);
    if (file === undefined) return content;
    const above = file === ofProfile ? keysAbove(state, file, content) : undefined;
    if (above !== undefined) return [...above, ...(content ?? [])];
    const what = fileSource(file === ofSystem ? file : file.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ""));
    const unknown = { id: `file ${file}`, label: what, what, origin };
    const isReplaced = file === ofProfile && namesProvider(state, file);
    const known = isReplaced ? [] : (content ?? []);
    return [{ kind: "unknown", what, origin, unknown, isElsewhere: true }, ...known];
  });
}

/** A line of TOML with a root key and a simple value, or without any. */
const ROOT_KEY = /^(?:([A-Za-z_]+) *= *(?:"[^"\\]*"|true|false|\d+))? *$/;

/**
 * The content of a profile's file if it only sets root keys that config.toml does not name: Codex then reads both as if they
 * were one (0.134.0 and 0.147.0 were run).
 */
function keysAbove(state: ShellState, path: string, content: Content | undefined): Content | undefined {
  const { node } = state.files.find(path);
  const config = content && textOfContent(content);
  const profile = node.kind === "file" ? textOfContent(node.content) : undefined;
  if (node.kind !== "file" || config === undefined || profile?.endsWith("\n") !== true) return undefined;
  const lines = profile.split("\n").map((line) => ROOT_KEY.exec(line));
  const names = lines.flatMap((line) => line?.[1] ?? []);
  const isNamed = (name: string): boolean => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(config);
  const isSimple = !lines.includes(null) && !names.includes("profile") && !config.startsWith("\ufeff");
  return isSimple && !names.some(isNamed) ? node.content : undefined;
}

/** Whether a file is known to select or change a model provider. */
function namesProvider(state: ShellState, path: string): boolean {
  const { node } = state.files.find(path);
  return node.kind === "file" && /model_provider|openai_base_url/.test(textOfContent(node.content) ?? "");
}

function trustsProjects(content: Content): boolean {
  return content.some(
    (part) => part.kind === "known" && /\btrust_level\b/.test(valueOfContent([part]).text.text),
  );
}

/** The nearest file of the current folder and those around it with a property, other than the user's. */
function projectFile(
  state: ShellState,
  path: string,
  has: (state: ShellState, path: string) => boolean,
): string | undefined {
  let folder = directoryOf(state);
  for (;;) {
    const file = `${folder === "/" ? "" : folder}/.codex/config.toml`;
    if (file !== path && has(state, file)) return file;
    if (folder === "/" || folder === "") return undefined;
    folder = folderOf(folder);
  }
}

/** Whether a step wrote a file of the system's configuration, or its folder. */
function isWritten({ files }: ShellState, path: string): boolean {
  const { node } = files.find(path);
  if (node.kind !== "unknown") return node.kind === "file";
  const folder = folderOf(path);
  return files.pathsBelow(folderOf(folder)).some((one) => one === folder || one === path);
}

/** Images of runners contain no configuration of Codex. */
function mayBeThere({ files }: ShellState, path: string): boolean {
  const { node } = files.find(path);
  return node.kind === "unknown" ? node.unknown.id !== IMAGE.id : node.kind !== "absent";
}
