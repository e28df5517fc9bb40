import type { CommandCall, CommandResult } from "../command-call.js";
import { resolvePath } from "../path.js";

/** Programs that read the files they are given, or change what is not their content. */
const READERS: ReadonlySet<string> = new Set([
  ...[
    "chmod",
    "chown",
    "chgrp",
    "touch",
    "mkdir",
    "ls",
    "stat",
    "file",
    "wc",
    "head",
    "tail",
    "less",
    "grep",
    "egrep",
  ],
  ...[
    "diff",
    "cmp",
    "sha256sum",
    "md5sum",
    "basename",
    "dirname",
    "readlink",
    "realpath",
    "curl",
    "awk",
    "cut",
    "sort",
  ],
  "gh",
  "git",
  "jq",
  "docker",
  "codex",
  "tar",
  "find",
  "source",
  ".",
  "command",
  "which",
  "type",
]);

/** Programs that are run for the answer that their exit status gives. */
const QUESTIONS: ReadonlySet<string> = new Set(["grep", "egrep", "diff", "cmp", "which", "type", "command"]);

/** A program that is not modelled: what it prints is unknown, and so is each known file it is given. */
export function runUnknown(call: CommandCall): CommandResult {
  const { files, directory } = call.state;
  const output = [[{ kind: "unknown" as const, program: call.name, origin: call.origin }]];
  const changes =
    !READERS.has(call.name) ||
    call.words.some(({ value }) => value === "-i" || value.startsWith("--in-place"));
  if (changes) {
    for (const { value } of call.words.slice(1)) {
      const path = resolvePath(value, directory);
      if (files.has(path)) files.set(path, output);
    }
  }
  return { output, status: QUESTIONS.has(call.name) ? "unknown" : "success" };
}
