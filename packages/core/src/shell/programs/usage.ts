import type { CommandCall } from "../command-call.js";
import type { Status } from "../state/status.js";

/** What a program accepts. */
interface Usage {
  /** How many words that are no options it needs at least. */
  readonly least: number;
  /** How the first of them must look. */
  readonly first?: RegExp;
  /** Options with which it needs none. */
  readonly unless?: RegExp;
  /** Its status otherwise. */
  readonly status?: number;
}

const DURATION = /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?[smhd]?|inf|infinity)$/i;

const MODE =
  /^(?:[-+=]?[0-7]{1,5}|(?:[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*)$/;

const USAGES: ReadonlyMap<string, Usage> = new Map([
  ["basename", { least: 1 }],
  ["chmod", { least: 2, first: MODE }],
  ["cp", { least: 2 }],
  ["dirname", { least: 1 }],
  ["mkdir", { least: 1 }],
  ["mv", { least: 2 }],
  ["readlink", { least: 1 }],
  ["rm", { least: 1, unless: /^(?:-\w*f|--force)/ }],
  ["rmdir", { least: 1 }],
  ["sed", { least: 1 }],
  ["seq", { least: 1, first: /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i }],
  ["sleep", { least: 1, first: DURATION }],
  ["timeout", { least: 2, first: DURATION, status: 125 }],
  ["touch", { least: 1 }],
  ["tr", { least: 1 }],
  ["umask", { least: 0, first: MODE }],
]);

/**
 * The status of a call that a program rejects because an operand is missing, or the first one is none that it knows;
 * `undefined` if the program accepts it, or a word is not known.
 */
export function rejected({ name, words }: CommandCall): Status | undefined {
  const usage = USAGES.get(name);
  if (!usage) return undefined;
  const given = words.slice(1);
  if (
    given.some(({ isKnown, maySplit, value }) => !isKnown || maySplit || /^--(?:help|version)$/.test(value))
  )
    return undefined;
  const operands = given.filter(({ value }) => !value.startsWith("-"));
  const status = usage.status ?? 1;
  const isExempt = given.some((word) => isValueInOption(word) || usage.unless?.test(word.value) === true);
  if (operands.length < usage.least && !isExempt) return status;
  const [first] = operands;
  const hasOptions = operands.length < given.length;
  return usage.first && first && !hasOptions && !usage.first.test(first.value) ? status : undefined;
}

/** An option that holds an operand, such as `--target-directory=folder`, `--reference=file` or the mode `-x`. */
function isValueInOption({ value }: { readonly value: string }): boolean {
  return /^(?:--.*=|-t.|-[rwxXst]+$)/.test(value);
}
