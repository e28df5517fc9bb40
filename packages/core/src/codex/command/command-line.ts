import { parseTomlValue, type TomlValue } from "../../toml/index.js";
import {
  codexRelease,
  hasChange,
  keepsFlagsBeforeExec,
  knowsIgnoreUserConfig,
  readsSelectionBeforeExec,
} from "../releases/index.js";
import {
  EXEC_SUBCOMMANDS,
  readOptions,
  splitSetting,
  type CommandOption,
  type CommandOptions,
} from "./options.js";
import { type RejectedOption, rejectedOption } from "./rejected-option.js";
import { secondTarget } from "./review-targets.js";

/** The configuration in the words after `codex`. */
export interface CommandLine {
  /** In the order in which they apply; the last one of a key wins. */
  readonly overrides: readonly Override[];
  readonly problem: CommandLineProblem | undefined;
  readonly profile: CommandOption | undefined;
  readonly oss: CommandOption | undefined;
  readonly localProvider: CommandOption | undefined;
  readonly ignoresFile: boolean;
}

/** One `-c key=value`, `--enable` or `--disable` of the command line. */
export interface Override {
  readonly path: readonly string[];
  readonly value: TomlValue;
  /** Index into `args` of the word that holds it. */
  readonly argument: number;
  /** The part of that word before the key: `--config=` of `--config=a=b`. */
  readonly prefix: string;
}

/** A word that Codex stops at. */
export type CommandLineProblem =
  | RejectedOption
  | {
      /** Index into `args` of the word that holds it. */
      readonly argument: number;
      readonly text: string;
      readonly problem: OverrideProblem | "extraOperand";
    };

/** Why a `-c key=value` is invalid. */
export type OverrideProblem = "missingEquals" | "emptyKey";

/**
 * Reads the words after `codex` as a release does; `release` is a result of `codexRelease`. `areSure` if each of them is one
 * word, and it is known whether it is an option.
 */
export function readCommandLine(args: readonly string[], release: string, areSure = true): CommandLine {
  const read = readOptions(args);
  const { options } = read;
  const selecting = hasChange(release, readsSelectionBeforeExec)
    ? options
    : options.filter(({ beforeExec }) => !beforeExec);
  const overrides = appliedOptions(options, release).map((option) => ({
    option,
    override: option.bare ? ("missingValue" as const) : readOverride(option),
  }));
  return {
    overrides: overrides.flatMap(({ override }) => (typeof override === "string" ? [] : [override])),
    problem:
      unknownOption(options, release) ??
      overrides.flatMap(({ option: { argument, value, word, bare }, override }) =>
        typeof override === "string"
          ? [{ argument, text: bare ? (args[word] ?? "") : value, problem: override }]
          : [],
      )[0] ??
      (areSure && runsPrompt(args, read) ? rejectedOption(args, read, release) : undefined) ??
      (areSure ? (secondTarget(args, read) ?? extraOperand(args, read)) : undefined),
    profile: selecting.findLast(({ name }) => name === "profile"),
    oss: selecting.findLast(({ name }) => name === "oss"),
    localProvider: selecting.findLast(({ name }) => name === "localProvider"),
    ignoresFile: options.some(({ name }) => name === "ignoreUserConfig"),
  };
}

/** The model that the words after `codex` select: by `--model`, or else by an effective `-c` override. */
export function modelArgument(args: readonly string[], codexVersion: string | undefined): string | undefined {
  const option = readOptions(args).options.findLast(({ name, bare }) => name === "model" && !bare);
  if (option) return option.value;
  const { overrides } = readCommandLine(args, codexRelease(codexVersion));
  const override = overrides.findLast(({ path }) => path.join(".") === "model");
  return typeof override?.value === "string" ? override.value : undefined;
}

/** The effective `-c`, `--enable` and `--disable` options, in the order in which they apply. */
function appliedOptions(options: readonly CommandOption[], release: string): readonly CommandOption[] {
  const config = options.filter(({ name }) => name === "config");
  const toggles = options.filter(({ name }) => name === "enable" || name === "disable");
  const before = config.filter(({ beforeExec }) => beforeExec);
  const after = config.filter(({ beforeExec }) => !beforeExec);
  return [...(forgets(after, release) ? [] : before), ...toggles, ...after];
}

function forgets(after: readonly CommandOption[], release: string): boolean {
  return after.length > 0 && !hasChange(release, keepsFlagsBeforeExec);
}

/**
 * The keys set by `-c` flags after `exec` and by `--model` anywhere, if these `-c` flags make Codex forget each `-c`
 * before `exec`; otherwise `undefined`.
 */
export function keysInsteadOfForgotten(
  args: readonly string[],
  codexVersion: string | undefined,
): ReadonlySet<string> | undefined {
  const { options } = readOptions(args);
  const after = options.filter(({ name, beforeExec }) => name === "config" && !beforeExec);
  if (!forgets(after, codexRelease(codexVersion))) return undefined;
  const keys = after.map(({ value }) => splitSetting(value)?.key ?? "");
  return new Set(options.some(({ name }) => name === "model") ? [...keys, "model"] : keys);
}

/** Reads an override. Its value is TOML, or else the bare text without outer quotes (measured, 0.98 to 0.169). */
function readOverride({ name, value, argument, prefix }: CommandOption): Override | OverrideProblem {
  const text = name === "config" ? value : `features.${value}=${String(name === "enable")}`;
  const setting = splitSetting(text);
  if (!setting) return "missingEquals";
  if (setting.key === "") return "emptyKey";
  return { path: setting.path, value: readValue(setting.value), argument, prefix };
}

function readValue(text: string): TomlValue {
  return parseTomlValue(text) ?? withoutOuterQuotes(text);
}

function withoutOuterQuotes(text: string): string {
  const isQuote = (offset: number): boolean => text[offset] === '"' || text[offset] === "'";
  let start = 0;
  let end = text.length;
  while (start < end && isQuote(start)) start += 1;
  while (end > start && isQuote(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** `--ignore-user-config` is an option of `exec` only, and Codex stops at an unknown option. */
function unknownOption(options: readonly CommandOption[], release: string): CommandLineProblem | undefined {
  const isKnown = hasChange(release, knowsIgnoreUserConfig);
  const unknown = options.find(
    ({ name, beforeExec }) => name === "ignoreUserConfig" && (beforeExec || !isKnown),
  );
  const problem = isKnown ? "execOption" : "unknownOption";
  return unknown && { argument: unknown.argument, text: "--ignore-user-config", problem };
}

/** Whether the words start `exec` itself, none of its subcommands. */
function runsPrompt(
  args: readonly string[],
  { options, subcommand = -1, operands }: CommandOptions,
): boolean {
  const isExec = args[subcommand] === "exec" || args[subcommand] === "e";
  if (!isExec || options.some(({ name }) => name === "informs")) return false;
  return !operands.slice(0, 2).some((operand) => EXEC_SUBCOMMANDS.has(args[operand] ?? ""));
}

/** The most words that `resume ID PROMPT` and `review PROMPT` take. */
const MAX_OPERANDS: ReadonlyMap<string, number> = new Map([
  ["resume", 2],
  ["review", 1],
]);

/** A word after the prompt of `exec`, or after those of its subcommands, at which Codex stops (measured, 0.98 to 0.169). */
function extraOperand(args: readonly string[], read: CommandOptions): CommandLineProblem | undefined {
  const { options, operands } = read;
  const extra = operands[operandsTaken(args, read)];
  const isUnsure = options.some(({ name, isCounted }) => !isCounted || name === "informs");
  if (extra === undefined || isUnsure) return undefined;
  return { argument: extra, text: args[extra] ?? "", problem: "extraOperand" };
}

/** The most words that Codex takes after `exec` or `review`; `Infinity` if that is not known. */
function operandsTaken(args: readonly string[], read: CommandOptions): number {
  const { subcommand = -1, operands } = read;
  if (args[subcommand] === "review" || runsPrompt(args, read)) return 1;
  const taken = MAX_OPERANDS.get(args[operands[0] ?? -1] ?? "");
  return taken === undefined ? Infinity : taken + 1;
}
