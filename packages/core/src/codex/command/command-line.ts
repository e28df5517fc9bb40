import { readOptions, type Option } from "../configuration/index.js";
import { readOverride, type Override, type OverrideProblem } from "../configuration/index.js";
import {
  hasChange,
  keepsFlagsBeforeExec,
  knowsIgnoreUserConfig,
  readsSelectionBeforeExec,
} from "../releases/index.js";

/** What the words after `codex` say about its configuration. */
export interface CommandLine {
  /** In the order in which they apply: a later one wins. */
  readonly overrides: readonly Override[];
  readonly problem: CommandLineProblem | undefined;
  readonly profile: Option | undefined;
  readonly oss: Option | undefined;
  readonly localProvider: Option | undefined;
  readonly ignoresFile: boolean;
}

export interface CommandLineProblem {
  /** Index into `args` of the word that holds it. */
  readonly argument: number;
  readonly text: string;
  readonly problem: OverrideProblem | "missingValue" | "unknownOption";
}

export function readCommandLine(args: readonly string[], release: string): CommandLine {
  const options = readOptions(args);
  const selecting = hasChange(release, readsSelectionBeforeExec)
    ? options
    : options.filter(({ beforeExec }) => !beforeExec);
  const overrides = appliedOverrides(options, release).map((option) => ({
    option,
    override: option.bare ? "missingValue" : readOverride(overrideText(option), option.argument),
  }));
  return {
    overrides: overrides.flatMap(({ override }) => (typeof override === "string" ? [] : [override])),
    problem:
      unknownOption(options, release) ??
      overrides.flatMap(({ option: { argument, value }, override }) =>
        typeof override === "string" ? [{ argument, text: value, problem: override }] : [],
      )[0],
    profile: selecting.findLast(({ name }) => name === "profile"),
    oss: selecting.findLast(({ name }) => name === "oss"),
    localProvider: selecting.findLast(({ name }) => name === "localProvider"),
    ignoresFile: options.some(({ name }) => name === "ignoreUserConfig"),
  };
}

/** The `-c`, `--enable` and `--disable` options that count, in the order in which they apply. */
function appliedOverrides(options: readonly Option[], release: string): readonly Option[] {
  const config = options.filter(({ name }) => name === "config");
  const toggles = options.filter(({ name }) => name === "enable" || name === "disable");
  const before = config.filter(({ beforeExec }) => beforeExec);
  const after = config.filter(({ beforeExec }) => !beforeExec);
  const forgotten = after.length > 0 && !hasChange(release, keepsFlagsBeforeExec);
  return [...(forgotten ? [] : before), ...toggles, ...after];
}

function overrideText({ name, value }: Option): string {
  switch (name) {
    case "enable":
      return `features.${value}=true`;
    case "disable":
      return `features.${value}=false`;
    default:
      return value;
  }
}

/** `--ignore-user-config` is an option of `exec` only, and Codex stops at an option it does not know. */
function unknownOption(options: readonly Option[], release: string): CommandLineProblem | undefined {
  const unknown = options.find(
    ({ name, beforeExec }) =>
      name === "ignoreUserConfig" && (beforeExec || !hasChange(release, knowsIgnoreUserConfig)),
  );
  return unknown && { argument: unknown.argument, text: "--ignore-user-config", problem: "unknownOption" };
}
