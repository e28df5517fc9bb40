import { hasChange, isPublished, removesFullAuto } from "../releases/index.js";
import { type CommandOption, type CommandOptions, optionName } from "./options.js";

/** An option that Codex stops at. */
export interface RejectedOption {
  /** Index into `args` of the option's word. */
  readonly argument: number;
  readonly text: string;
  readonly problem:
    "unknownOption" | "missingValue" | "unknownValue" | "repeatedOption" | "conflictingOption";
}

/** Options of both `codex` and `codex exec`, in any release from 0.98 to 0.169 (`--help`, and hidden ones in its sources). */
const SHARED: readonly string[] = [
  ...[
    "-c",
    "--config",
    "--enable",
    "--disable",
    "-i",
    "--image",
    "-m",
    "--model",
    "--oss",
    "--local-provider",
  ],
  ...["-p", "--profile", "-s", "--sandbox", "--full-auto", "--yolo", "-C", "--cd", "--add-dir"],
  ...["--dangerously-bypass-approvals-and-sandbox", "--dangerously-bypass-hook-trust", "--strict-config"],
  ...["--approve-for-me", "--auto-review", "--worktree", "-h", "--help", "-V", "--version"],
];

/** Options that only `codex` has, and only `codex exec`: in all of these releases, the other one rejects them. */
const ROOT_ONLY = ["-a", "--ask-for-approval", "--search", "--no-alt-screen"];
const EXEC_ONLY = [
  ...["--skip-git-repo-check", "--json", "--experimental-json", "--color", "--output-schema"],
  ...["-o", "--output-last-message"],
];

const ROOT: ReadonlySet<string> = new Set([
  ...[...SHARED, ...ROOT_ONLY, "--remote", "--remote-auth-token-env", "--no-daemon"],
]);
const EXEC: ReadonlySet<string> = new Set([
  ...[...SHARED, ...EXEC_ONLY, "--ephemeral", "--ignore-user-config", "--ignore-rules", "--progress-cursor"],
  ...["--thread-source", "--cyber-access-program", "--trust"],
  // Replaced by gh-aw's harness, which starts Codex.
  "--prompt-file",
]);

/** Other names of an option. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ["-a", "--ask-for-approval"],
  ["-C", "--cd"],
  ["-m", "--model"],
  ["-o", "--output-last-message"],
  ["-p", "--profile"],
  ["-s", "--sandbox"],
  ["--experimental-json", "--json"],
  ["--yolo", "--dangerously-bypass-approvals-and-sandbox"],
]);

const VALUES: ReadonlyMap<string, readonly string[]> = new Map([
  ["--sandbox", ["read-only", "workspace-write", "danger-full-access"]],
  ["--color", ["always", "never", "auto"]],
]);

/** Options without a value. */
const FLAGS: ReadonlySet<string> = new Set([
  ...[
    "--dangerously-bypass-approvals-and-sandbox",
    "--ephemeral",
    "--json",
    "--oss",
    "--skip-git-repo-check",
  ],
]);

/** Options that may be given once: before `exec`, and again after it. */
const ONCE: ReadonlySet<string> = new Set([...ALIASES.values(), ...VALUES.keys(), ...FLAGS]);

/** Pairs of options that exclude each other on the same side of `exec`. */
const CONFLICTS: readonly (readonly [string, string])[] = [
  ["--full-auto", "--dangerously-bypass-approvals-and-sandbox"],
  ["--ask-for-approval", "--dangerously-bypass-approvals-and-sandbox"],
];

/** The first option at which Codex stops (measured, 0.98 to 0.169): an unknown one, or one that it does not take there or so. */
export function rejectedOption(
  args: readonly string[],
  { options }: CommandOptions,
  release: string,
): RejectedOption | undefined {
  const before = new Set<string>();
  for (const option of options) {
    const word = args[option.word] ?? "";
    const written = optionName(word);
    // A text with an unknown part has other characters.
    if (!/^--?[A-Za-z][A-Za-z-]*$/.test(written)) continue;
    const name = ALIASES.get(written) ?? written;
    const key = `${String(option.beforeExec)} ${name}`;
    const problem = problemOf(option, word, written, name, release);
    const at = { argument: option.word, text: written };
    if (problem !== undefined) return { ...at, problem };
    if (before.has(key) && ONCE.has(name)) return { ...at, problem: "repeatedOption" };
    before.add(key);
    if (CONFLICTS.some((pair) => pair.every((one) => before.has(`${String(option.beforeExec)} ${one}`))))
      return { ...at, problem: "conflictingOption" };
  }
  return undefined;
}

function problemOf(
  option: CommandOption,
  word: string,
  written: string,
  name: string,
  release: string,
): RejectedOption["problem"] | undefined {
  if (isUnknown(written, option.beforeExec, release)) return "unknownOption";
  if (FLAGS.has(name) && word.includes("=")) return "unknownValue";
  const values = VALUES.get(name);
  if (option.bare && ONCE.has(name)) return "missingValue";
  const isWord = /^[A-Za-z-]+$/.test(option.value);
  return values && isWord && !values.includes(option.value) ? "unknownValue" : undefined;
}

/** Whether a release rejects an option's name. A release that is still to come may have new options. */
function isUnknown(name: string, beforeExec: boolean, release: string): boolean {
  if (name === "--full-auto") return hasChange(release, removesFullAuto);
  if ((beforeExec ? ROOT : EXEC).has(name)) return false;
  return isPublished(release) || (beforeExec ? EXEC_ONLY : ROOT_ONLY).includes(name);
}
