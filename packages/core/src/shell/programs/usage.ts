import type { CommandCall } from "../command-call.js";
import type { Status } from "../state/status.js";

/** What a program accepts. */
interface Usage {
  /** How many operands it needs at least. */
  readonly least: number;
  /** Options that hold no operand and change nothing about how many it needs; with any other, the call is accepted. */
  readonly flags: RegExp;
  /** How the first operand must look, without options. */
  readonly first?: RegExp;
  /** Its status otherwise. */
  readonly status?: number;
}

const NONE = /^(?!)/;

const DURATION =
  /^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?[smhd]?|0x[\da-f.]+(?:p[-+]?\d+)?[smhd]?|inf|infinity)$/i;

const MODE =
  /^(?:[-+=]?0*[0-7]{1,5}|(?:[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)(?:,[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+)*)$/;

const NUMBER = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?|0x[\da-f.]+(?:p[-+]?\d+)?|inf|infinity)$/i;

const USAGES: ReadonlyMap<string, Usage> = new Map([
  ["basename", { least: 1, flags: /^-[az]+$/ }],
  ["chmod", { least: 2, flags: /^-[Rcfv]+$/, first: MODE }],
  ["cp", { least: 2, flags: /^-[HLPRabdfilnpruvx]+$/ }],
  ["dirname", { least: 1, flags: /^-z$/ }],
  ["mkdir", { least: 1, flags: /^-[pv]+$/ }],
  ["mv", { least: 2, flags: /^-[Tbfinuv]+$/ }],
  ["readlink", { least: 1, flags: /^-[efmnqsvz]+$/ }],
  ["rm", { least: 1, flags: /^-[IRdirv]+$/ }],
  ["rmdir", { least: 1, flags: /^-[pv]+$/ }],
  ["sed", { least: 1, flags: /^-[Enrsuz]+$/ }],
  ["seq", { least: 1, flags: /^-w$/, first: NUMBER }],
  ["sleep", { least: 1, flags: NONE, first: DURATION }],
  ["timeout", { least: 2, flags: NONE, first: DURATION, status: 125 }],
  ["touch", { least: 1, flags: /^-[acfhm]+$/ }],
  ["tr", { least: 1, flags: /^-[Ccdst]+$/ }],
  ["umask", { least: 0, flags: NONE, first: MODE }],
]);

/**
 * The status of a call that a program rejects because an operand is missing, or the first one is none that it knows;
 * `undefined` if the program accepts it, or a word is not known.
 */
export function statusOfRejection({ name, words }: CommandCall): Status | undefined {
  const usage = USAGES.get(name);
  const given = words.slice(1);
  if (!usage || given.some(({ isKnown, maySplit }) => !isKnown || maySplit)) return undefined;
  const values = given.map(({ value }) => value);
  const end = values.includes("--") ? values.indexOf("--") : values.length;
  const isOption = (value: string, index: number): boolean => index < end && /^-./.test(value);
  const options = values.filter(isOption);
  if (!options.every((option) => usage.flags.test(option))) return undefined;
  const operands = values.filter((value, index) => index !== end && !isOption(value, index));
  const [first] = operands;
  const isAccepted =
    operands.length >= usage.least &&
    (options.length > 0 || first === undefined || usage.first?.test(first) !== false);
  return isAccepted ? undefined : (usage.status ?? 1);
}
