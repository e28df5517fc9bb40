import type { CommandCall } from "../command-call.js";

/** Commands of `gh` itself, and `gh aw`, which run no program of others (https://cli.github.com/manual). */
const COMMANDS: ReadonlySet<string> = new Set(
  (
    "agent-task alias api attestation auth aw browse cache co codespace completion config extension gist gpg-key help " +
    "issue label models org pr preview project release repo ruleset run search secret ssh-key status variable version " +
    "workflow"
  ).split(" "),
);

/** Whether a call of `gh` runs an extension or an alias, which may do anything. */
export function runsExtension({ words }: CommandCall): boolean {
  const command = words.slice(1).find(({ value }) => !value.startsWith("-"));
  return command !== undefined && !COMMANDS.has(command.value);
}
