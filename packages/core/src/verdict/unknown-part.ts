import type { DiagnoseOptions, UnknownCause } from "../faults/index.js";
import type { Unknown } from "../shell/index.js";
import { type Assignment, type PartialText, solutions } from "./assignment.js";
import { type Defined, isSwitch, textsOfKey } from "./possible-texts.js";

/** A part of what Codex gets that the file does not tell. */
export interface UnknownPart {
  readonly cause: UnknownCause;
  /** What it may be, so far as that makes a difference; what says the least comes first. */
  readonly possible: readonly Assignment[];
  /** The value that it is a part of, for what has to be of some kind; `undefined` where it is more than a part of one. */
  readonly value: UnknownValue | undefined;
}

export interface UnknownValue {
  readonly path: readonly string[];
  readonly text: PartialText;
  readonly isQuoted: boolean;
  /** Index of the word of the command line that holds it; `undefined` for one of config.toml. */
  readonly argument: number | undefined;
}

/** A part of the value of a key. */
export function partOfValue(
  unknown: Unknown,
  value: UnknownValue,
  defined: Defined,
  options: DiagnoseOptions,
): UnknownPart {
  const { path, text, isQuoted } = value;
  // A secret is no variable's name.
  const isSecret = path.at(-1) === "env_key" && /\bsecrets\b/.test(unknown.label);
  const texts = isSecret ? [] : textsOfKey(path, defined, options);
  const written = isQuoted ? texts : texts.map((one) => JSON.stringify(one));
  const possible = solutions(text, isSwitch(path) ? [...written, "false", "true"] : written);
  return { cause: { kind: "undeterminedValue", unknown }, possible, value };
}
