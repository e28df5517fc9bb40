import { createState, isDropped, type ShellState, type Unknown, variableSetBy } from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import { HOME, RUNNER_TEMP, WORK, workspaceOf } from "./runner-folders.js";
import { runnerVariable } from "./runner-variables.js";

const NOWHERE = { start: 0, end: 0 };

/** Stands for the files of the runner's image. */
export const IMAGE: Unknown = { id: "image", label: "runner", what: "the runner's image", origin: NOWHERE };

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

/** The properties of a runner. */
export interface RunnerOptions {
  readonly isCompiled: boolean;
  readonly followsFailures: boolean;
  readonly hasPipeStatuses: boolean;
  /** Whether the machine may hold files that no step of the job writes: see `machine.ts`. */
  readonly isUsedAgain: boolean;
}

/**
 * A runner before a job's first step: its folders, and an image that is not known in full. In a file that gh-aw
 * compiled, the steps of its source are assumed to write only to the workspace, and gh-aw's folders exist.
 */
export function createRunner({
  isCompiled,
  followsFailures,
  hasPipeStatuses,
  isUsedAgain,
}: RunnerOptions): ShellState {
  const state: ShellState = createState({
    rest: IMAGE,
    followsFailures,
    hasPipeStatuses,
    reach: isCompiled ? "workspace" : "everything",
    unnamed(name) {
      const isSetByCompiler = isCompiled || state.notes.get("container") !== undefined;
      const own = runnerVariable(name, isSetByCompiler);
      if (own) return own;
      // A step may have set any variable.
      const exported = isDropped(state, name) ? undefined : exportedUnknown(state);
      return exported && variableSetBy(exported, name);
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
