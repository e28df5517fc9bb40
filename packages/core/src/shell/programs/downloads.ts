import type { CommandCall } from "../command-call.js";
import { sliceValue } from "../values/value.js";
import { optionValues, readArguments } from "./options.js";
import type { outputOf } from "./output.js";
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

/** Settings of `git -c` that name a program. */
const RUNS_PROGRAM =
  /^(?:alias\.|core\.(?:hookspath|sshcommand|fsmonitor|editor|pager)=|diff\.external=|filter\.)/i;

/** Makes the files that `git` may write unknown. */
export function reachOfGit(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
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
  if (options.some(({ value }) => RUNS_PROGRAM.test(value)) || !GIT.has(command)) {
    taintAll(call, unknown);
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

/** Makes the files that `curl` may write unknown. */
export function reachOfCurl(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const names = [
    "-o",
    "--output",
    "--output-dir",
    "-H",
    "-d",
    "-X",
    "-u",
    "-A",
    "-e",
    "-b",
    "-c",
    "-D",
    "-F",
    "-m",
    "-w",
    "-x",
    "-T",
    "-K",
    "--max-time",
    "--retry",
    "--retry-delay",
    "--connect-timeout",
    "--data",
    "--header",
    "--request",
    "--url",
    "--user",
    "--write-out",
    "--cacert",
  ];
  const { options, values } = readArguments(call, names);
  const written = ["-o", "--output", "--output-dir", "-c", "-D"].flatMap((name) => {
    const word = values.get(name);
    return word && !word.value.startsWith("/dev/") && word.value !== "-" ? [word] : [];
  });
  taintPaths(call, written, unknown);
  if (options.has("-O") || options.has("--remote-name") || options.has("-K")) taintDirectory(call, unknown);
}

/** Makes the files that `wget` may write unknown. */
export function reachOfWget(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const written = optionValues(call, [
    "-O",
    "-P",
    "-o",
    "--output-document",
    "--directory-prefix",
    "--output-file",
  ]);
  if (written.length > 0)
    taintPaths(
      call,
      written.filter(({ value }) => value !== "-" && !value.startsWith("/dev/")),
      unknown,
    );
  else taintDirectory(call, unknown);
}

/** Makes the files that `docker` may write unknown: a container writes to the folders mounted into it. */
export function reachOfDocker(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const command = call.words.slice(1).find(({ value }) => !value.startsWith("-"))?.value ?? "";
  if (!["run", "create", "compose", "cp", "build", "buildx", "exec"].includes(command)) return;
  const words = call.words.slice(1);
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1]?.value ?? "";
    const inline = /^(?:--volume=|--mount=|-v)/.exec(word.value)?.[0];
    const isVolume = previous === "-v" || previous === "--volume" || inline !== undefined;
    if (!isVolume) continue;
    const start = inline?.length ?? 0;
    const text = word.text.text.text.slice(start);
    const end = text.indexOf(":");
    if (/:ro(?:,|$)/.test(text) || (end === -1 && previous !== "-v")) continue;
    taintPaths(
      call,
      [{ ...word, text: sliceValue(word.text, start, start + (end === -1 ? text.length : end)) }],
      unknown,
    );
  }
  if (command === "cp") taintPaths(call, words.slice(1), unknown);
  if (command === "compose") taintDirectory(call, unknown);
}
