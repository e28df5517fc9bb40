import {
  installPlaceOf,
  installsDependencies,
  mayInstallOtherCodex,
  readCodexDownload,
  readCodexInstall,
  readOtherInstall,
} from "../codex/command/index.js";
import { resolveVersion, UNKNOWN_VERSION } from "../codex/releases/index.js";
import { WORKSPACE } from "../execution/index.js";
import {
  type CommandCall,
  fileOfProgram,
  fillIn,
  lookUp,
  noteUnknown,
  pathOf,
  type Shell,
  type ShellState,
  type Status,
  SUCCESS,
  textValue,
} from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import type { FoundStart } from "./container.js";
import { dependencyOf } from "./codex-dependency.js";
import type { InstalledVersions } from "./installed-versions.js";

/** Homebrew's folder on Linux, also on GitHub's images. */
const HOMEBREW = "/home/linuxbrew/.linuxbrew";

/** Records the version of Codex that a call installs, for later starts. */
export function noteCodexInstall(call: CommandCall): void {
  const { notes } = call.state;
  const version = readCodexInstall(call) ?? readOtherInstall(call) ?? dependencyOf(call);
  if (version !== undefined) {
    notes.set("codex", version);
    notes.set(`${installPlaceOf(call)} codex`, version);
    notes.set("downloaded codex", undefined);
    notes.set("program codex", call.name === "brew" ? `${HOMEBREW}/bin/codex` : "/usr/local/bin/codex");
    notes.set("dependencies", undefined);
  } else if (installsDependencies(call)) {
    notes.set("dependencies", "installed");
  } else if (mayInstallOtherCodex(call)) {
    notes.set("other codex", "installed");
  }
}

/** Records the version of Codex that a call downloads, which later commands unpack and move to its folder. */
export function noteCodexDownload(call: CommandCall): void {
  const version = readCodexDownload(call);
  if (version === undefined) return;
  call.state.notes.set("codex", version);
  call.state.notes.set("downloaded codex", "yes");
}

/** `codex --version`: prints the version if it is known. */
export function printCodexVersion(
  call: CommandCall,
  shell: Shell,
  job: Job,
  versions: InstalledVersions,
): Status | undefined {
  const asks = call.words.slice(1).some(({ value }) => value === "--version" || value === "-V");
  if (call.name !== "codex" || !asks || fileOfProgram(call)) return undefined;
  const version = codexVersionOf({ call, version: undefined, prefersPackage: false }, job, versions);
  const resolved = resolveVersion(version ?? "");
  if (resolved.kind !== "exact") return undefined;
  const text = textValue(`codex-cli ${resolved.version}\n`, call.origin);
  shell.print(call, [{ kind: "known", expanded: text, origin: call.origin }]);
  return SUCCESS;
}

/** The version that a start of Codex gets; `undefined` if none is named, so that it is the newest. */
export function codexVersionOf(
  { call, version, prefersPackage }: Pick<FoundStart, "call" | "version" | "prefersPackage">,
  job: Job,
  versions: InstalledVersions,
): string | undefined {
  const { state } = call;
  // `package.json` may name any version.
  const hasDependencies = state.notes.get("dependencies") !== undefined;
  if (hasDependencies && prefersPackage && (version ?? "") === "") return UNKNOWN_VERSION;
  if (version === undefined && mayBeAnotherProgram(state)) return UNKNOWN_VERSION;
  const named = version ?? installedVersion(call, prefersPackage);
  if (named === undefined && state.notes.get("other codex") !== undefined) return UNKNOWN_VERSION;
  const known = named ?? versions.codex(job);
  if (known !== undefined) return known;
  const isOfDependencies = hasDependencies && job.source.includes("node_modules");
  // In a file that nobody compiled, an action or a script that is not known may have installed any release.
  const isOfOthers = state.reach === "everything" && state.notes.get("tainted") !== undefined;
  return isOfDependencies || isOfOthers ? UNKNOWN_VERSION : undefined;
}

/** The version of the last install, or, if several places have different versions, of the place that is searched first. */
function installedVersion(call: CommandCall, prefersPackage: boolean): string | undefined {
  const { state, words } = call;
  const [global, local, elsewhere] = ["global", "local", "elsewhere"].map((place) =>
    noted(state.notes.get(`${place} codex`)),
  );
  const different = new Set([global, local, elsewhere].filter((version) => version !== undefined));
  if (different.size < 2) return noted(state.notes.get("codex"));
  if (prefersPackage) return local ?? UNKNOWN_VERSION;
  return words[0].value === "codex" && hasUsualPath(state) ? (global ?? UNKNOWN_VERSION) : UNKNOWN_VERSION;
}

/** Whether the steps added no folder to `PATH`. */
function hasUsualPath(state: ShellState): boolean {
  const path = lookUp(state, "PATH");
  if (path.kind !== "set") return true;
  const folders = fillIn(path.value, (unknown) => noteUnknown(state, unknown)).split(":");
  return folders.every((folder) => ["\0PATH\0", "/snap/bin", ...PROGRAM_FOLDERS].includes(folder));
}

/** The folders in which runners find programs. */
const PROGRAM_FOLDERS = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/**
 * Whether a step may have put another program named `codex` where it is found first: a file that is not known, or a
 * folder of the checkout in `PATH`.
 */
function mayBeAnotherProgram(state: ShellState): boolean {
  const { files } = state;
  if (state.notes.get("downloaded codex") !== undefined) return false;
  const isReplaced = PROGRAM_FOLDERS.some((folder) => {
    const path = `${folder}/codex`;
    const { node } = files.findEntry(path);
    if (node.kind === "link") return isUnknownOfWorkspace(state, path);
    return node.kind === "unknown" && files.pathsBelow(folder).includes(path);
  });
  if (isReplaced || state.reach === "workspace") return isReplaced;
  const path = lookUp(state, "PATH");
  if (path.kind !== "set") return false;
  const [folders = ""] = fillIn(path.value, (unknown) => noteUnknown(state, unknown)).split("\0PATH\0");
  const workspace = pathOf(state, WORKSPACE);
  return folders.split(":").some((folder) => {
    const isInWorkspace = folder === workspace || folder.startsWith(`${workspace}/`);
    // npm's own folders get the release that was installed.
    return (
      isInWorkspace &&
      !folder.endsWith("node_modules/.bin") &&
      files.find(`${folder}/codex`).node.kind === "unknown"
    );
  });
}

/** Whether a path leads to a file of the workspace that is not known, outside of npm's own folders. */
function isUnknownOfWorkspace(state: ShellState, path: string): boolean {
  const target = state.files.find(path);
  return (
    target.node.kind === "unknown" &&
    target.path.startsWith(`${pathOf(state, WORKSPACE)}/`) &&
    !target.path.includes("/node_modules/")
  );
}

/** A note of the state; `UNKNOWN_VERSION` if it is unknown or one of several. */
export function noted(note: string | undefined): string | undefined {
  return note?.includes("\0") === true || note?.includes("\u0001") === true ? UNKNOWN_VERSION : note;
}
