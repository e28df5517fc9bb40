import type { CommandCall } from "../command-call.js";
import { sliceValue, type Unknown } from "../values/value.js";
import { mayHaveHooks, noteHooks } from "./git-hooks.js";
import { optionValues } from "./options.js";
import { taintAll, taintDirectory, taintPaths } from "./taint.js";

/** Git commands that change no files outside `.git`. */
const READING_GIT: ReadonlySet<string> = new Set([
  ..."status log diff show rev-parse describe config remote branch tag fetch add commit push ls-files ls-remote".split(
    " ",
  ),
  ..."rev-list cat-file blame shortlog symbolic-ref for-each-ref show-ref merge-base diff-tree hash-object update-index var version --version".split(
    " ",
  ),
]);

/** Git's commands. Others are aliases, or programs such as `git-NAME`. */
const GIT: ReadonlySet<string> = new Set([
  ...READING_GIT,
  "",
  ..."am apply archive bisect bundle check-attr check-ignore check-ref-format checkout cherry cherry-pick clean clone".split(
    " ",
  ),
  ..."count-objects credential format-patch fsck gc grep help init lfs ls-tree maintenance merge mktree mv name-rev".split(
    " ",
  ),
  ..."notes pack-refs prune pull range-diff read-tree rebase reflog replace reset restore revert rm --help".split(
    " ",
  ),
  ..."send-email sparse-checkout stash submodule switch update-ref verify-commit verify-tag whatchanged worktree write-tree".split(
    " ",
  ),
]);

/** Git commands that run no hooks. */
const HOOKLESS_GIT: ReadonlySet<string> = new Set(
  (
    "config rev-parse log show describe ls-files ls-remote ls-tree rev-list cat-file var version --version remote init " +
    "for-each-ref show-ref symbolic-ref merge-base diff-tree hash-object blame shortlog grep"
  ).split(" "),
);

/** Settings of `git -c` that name a program. */
const RUNS_PROGRAM =
  /^(?:alias\.|core\.(?:hookspath|sshcommand|fsmonitor|editor|pager)=|diff\.external=|filter\.)/i;

/** Words by which a command of Git runs a program. */
const RUN_COMMANDS: ReadonlyMap<string, RegExp> = new Map([
  ["bisect", /^run$/],
  ["rebase", /^(?:-x|--exec)/],
  ["submodule", /^foreach$/],
]);

/** Makes the files that `git` may write unknown. */
export function taintFilesOfGit(call: CommandCall, unknown: Unknown): void {
  const words = call.words.slice(1);
  let index = 0;
  while (
    words[index]?.value.startsWith("-") === true &&
    !/^--(?:version|help)$/.test(words[index]?.value ?? "")
  ) {
    index += /^(?:-[Cc]|--(?:work-tree|git-dir|namespace))$/.test(words[index]?.value ?? "") ? 2 : 1;
  }
  const command = words[index]?.value ?? "";
  const options = words.slice(0, index);
  // An alias or a program of another name may do anything.
  const runsProgram =
    options.some(({ value }) => RUNS_PROGRAM.test(value)) ||
    words.slice(index + 1).some(({ value }) => RUN_COMMANDS.get(command)?.test(value) === true);
  if (runsProgram || !GIT.has(command)) {
    taintAll(call, unknown);
    return;
  }
  if (command === "config") noteHooks(call, words.slice(index + 1));
  else if (!HOOKLESS_GIT.has(command) && mayHaveHooks(call)) {
    taintAll(call, { ...unknown, what: "a Git hook" });
    return;
  }
  const written = words.slice(index).flatMap((word, at, all) => {
    const inline = /^--output=|^-o(?=.)/.exec(word.value)?.[0];
    if (inline !== undefined)
      return [{ ...word, text: sliceValue(word.text, inline.length, word.text.text.text.length) }];
    return /^(?:-o|--output|--output-directory)$/.test(all[at - 1]?.value ?? "") ? [word] : [];
  });
  taintPaths(call, written, unknown);
  if (READING_GIT.has(command)) return;
  const tree = optionValues({ ...call, words: [call.words[0], ...options] }, ["-C", "--work-tree"]);
  if (tree.length > 0) taintPaths(call, tree, unknown);
  else if (options.some(({ isKnown }) => !isKnown) || call.state.variables.get("GIT_WORK_TREE")?.value)
    taintAll(call, unknown);
  else taintDirectory(call, unknown);
  if (command === "clone" || command === "worktree" || command === "init")
    taintPaths(
      call,
      words.slice(index + 1).filter(({ value }) => !value.startsWith("-") && !value.includes("://")),
      unknown,
    );
}
