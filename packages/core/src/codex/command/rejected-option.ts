import { hasChange, isMeasured, removesFullAuto } from "../releases/index.js";
import { type CommandOption, type CommandOptions, optionName } from "./options.js";

/** An option that Codex stops at. */
export type RejectedOption = OptionProblem & {
  /** Index into `args` of the option's word. */
  readonly argument: number;
  readonly text: string;
};

/** Why Codex stops at an option. `rootOption`: it belongs before `exec`; `execOption`: it belongs after it. */
type OptionProblem =
  | {
      readonly problem:
        | "unknownOption"
        | "rootOption"
        | "execOption"
        | "fullAuto"
        | "missingValue"
        | "superfluousValue"
        | "repeatedOption";
    }
  | { readonly problem: "unknownValue"; readonly expected: readonly string[] }
  | { readonly problem: "conflictingOption"; readonly other: string };

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
  ...SHARED,
  ...ROOT_ONLY,
  "--remote",
  "--remote-auth-token-env",
  "--no-daemon",
]);
const EXEC: ReadonlySet<string> = new Set([
  ...SHARED,
  ...EXEC_ONLY,
  ...["--ephemeral", "--ignore-user-config", "--ignore-rules", "--progress-cursor"],
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
  "--dangerously-bypass-approvals-and-sandbox",
  "--ephemeral",
  "--json",
  "--oss",
  "--skip-git-repo-check",
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
  const before = new Map<string, string>();
  for (const option of options) {
    const word = args[option.word] ?? "";
    const written = optionName(word);
    // A text with an unknown part has other characters.
    if (!/^--?[A-Za-z][A-Za-z-]*$/.test(written)) continue;
    const name = ALIASES.get(written) ?? written;
    const keyOf = (one: string): string => `${String(option.beforeExec)} ${one}`;
    const problem = problemOf(option, word, written, name, release);
    const at = { argument: option.word, text: written };
    if (problem !== undefined) return { ...at, ...problem };
    if (before.has(keyOf(name)) && ONCE.has(name)) return { ...at, problem: "repeatedOption" };
    before.set(keyOf(name), written);
    const excluded = CONFLICTS.filter((pair) => pair.includes(name)).flat();
    const other = excluded.flatMap((one) => (one === name ? [] : (before.get(keyOf(one)) ?? [])))[0];
    if (other !== undefined) return { ...at, problem: "conflictingOption", other };
  }
  return undefined;
}

function problemOf(
  option: CommandOption,
  word: string,
  written: string,
  name: string,
  release: string,
): OptionProblem | undefined {
  const unknown = unknownProblem(written, option.beforeExec, release);
  if (unknown !== undefined) return { problem: unknown };
  if (FLAGS.has(name) && word.includes("=")) return { problem: "superfluousValue" };
  const expected = VALUES.get(name);
  if (option.bare && ONCE.has(name)) return { problem: "missingValue" };
  const isWord = /^[A-Za-z-]+$/.test(option.value);
  return expected && isWord && !expected.includes(option.value)
    ? { problem: "unknownValue", expected }
    : undefined;
}

/** Why a release rejects an option's name. A release that was not measured may have other options. */
function unknownProblem(
  name: string,
  beforeExec: boolean,
  release: string,
): "fullAuto" | "unknownOption" | "rootOption" | "execOption" | undefined {
  if (name === "--full-auto") return hasChange(release, removesFullAuto) ? "fullAuto" : undefined;
  if ((beforeExec ? ROOT : EXEC).has(name)) return undefined;
  if ((beforeExec ? EXEC_ONLY : ROOT_ONLY).includes(name)) return beforeExec ? "execOption" : "rootOption";
  return isMeasured(release) ? "unknownOption" : undefined;
}
