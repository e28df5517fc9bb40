import { baseName, pathOf, type ShellState, type Value, valueOfPath } from "../shell/index.js";
import type { Job } from "../workflow/index.js";
import { WORKSPACE } from "./runner-folders.js";
import { setVariable } from "./step-environment.js";

/** Sets a step's current folder: its `working-directory`, or else the workspace. `$PWD` has no links and no `.` in it. */
export function enterFolder(state: ShellState, folder: Value | undefined): void {
  const written = folder?.text.text === "" ? undefined : folder;
  const directory = pathOf(state, written ?? WORKSPACE);
  state.places.set("directory", directory);
  setVariable(state, "PWD", valueOfPath(state, state.files.find(directory).path));
}

/** Images whose `sh` is not Dash: BusyBox and Bash know more of Bash's syntax. */
const WITHOUT_DASH =
  /alpine|busybox|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux|archlinux|opensuse|photon|\bubi\d/i;

/** The shell of a job's steps that name none: in a container, GitHub uses `sh` (actions/runner #1533). */
export function defaultShell({ container }: Job): string | undefined {
  return container === undefined || WITHOUT_DASH.test(container.image) ? undefined : "sh";
}

/**
 * What may stand before a shell: programs that pass the environment and the files on. Not `sudo` alone, which passes no
 * variables, and not `docker` or `ssh`, whose shell runs elsewhere.
 */
const LAUNCHER =
  /^(?:\/\S*\/)?(?:env|sudo (?:-E|--preserve-env)|(?:conda|devbox|mamba|micromamba|nice|nix|pixi|stdbuf|time|timeout|xvfb-run)(?: .*)?)$/;

/** The options that GitHub starts a shell with; `undefined` if the shell is neither Bash nor `sh`. */
export function shellOf(
  shell: string | undefined,
): { readonly options: Readonly<Record<string, boolean>>; readonly isLogin?: true } | undefined {
  const words = (shell ?? "").trim().split(/\s+/);
  if (shell === undefined || shell.trim() === "") return { options: { errexit: true } };
  const index = words.findIndex((word) => ["bash", "sh", "dash"].includes(baseName(word)));
  const name = words[index];
  if (name === undefined || (index > 0 && !LAUNCHER.test(words.slice(0, index).join(" ")))) return undefined;
  const posix = baseName(name) !== "bash";
  if (words.length === 1)
    return { options: posix ? { errexit: true, posix } : { errexit: true, pipefail: true } };
  const options: Record<string, boolean> = posix ? { posix } : {};
  const given = words.slice(index + 1);
  for (const [at, word] of given.entries()) {
    if (/^-[a-z]*e/.test(word)) options.errexit = true;
    if (/^-[a-z]*u/.test(word)) options.nounset = true;
    if (/^-[a-z]*o$/.test(word) && given[at + 1] !== undefined) options[given[at + 1] ?? ""] = true;
    if (/^-[a-z]*c$/.test(word)) return undefined;
  }
  return given.some((word) => /^-\w*l|^--login$/.test(word)) ? { options, isLogin: true } : { options };
}
