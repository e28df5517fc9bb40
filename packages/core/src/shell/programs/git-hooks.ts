import type { CallWord, CommandCall } from "../command-call.js";

/** Settings by which Git runs a program of the job, or one that it copies to a new repository. */
const SETS_HOOKS =
  /^(?:core\.(?:hookspath|fsmonitor)|init\.templatedir|filter\..*\.(?:smudge|clean|process))$/i;

/** Notes whether the words of `git config` make other commands run programs. */
export function noteHooks({ state }: CommandCall, words: readonly CallWord[]): void {
  const at = words.findIndex(({ value, isKnown }) => isKnown && SETS_HOOKS.test(value));
  const program = words[at + 1]?.value;
  const isReset = words.some(({ value }) => /^(?:--unset|--get|unset|get)/.test(value));
  if (
    at !== -1 &&
    program !== undefined &&
    !isReset &&
    !/^(?:\/dev\/null|true|false|git-lfs .*|)$/.test(program)
  )
    state.notes.set("hooks", "set");
}

/** The path of a hook. */
const HOOK =
  /\/hooks\/(?:(?:pre|post|prepare|reference)-[\w-]+|commit-msg|applypatch-msg|update|fsmonitor-watchman|sendemail-validate)$/;

/** Whether the job has written a hook, or set the folder of hooks. The samples of a new repository are none. */
export function mayHaveHooks({ state }: CommandCall): boolean {
  if (state.notes.get("hooks") !== undefined) return true;
  return state.files
    .pathsBelow("/")
    .some(
      (path) =>
        HOOK.test(path) || (path.endsWith("/.git/hooks") && state.files.findEntry(path).node.kind === "link"),
    );
}
