import type { DiagnoseOptions, UnknownCause } from "../faults/index.js";
import type { Unknown } from "../shell/index.js";
import { type Assignment, type PartialText, solutions } from "./assignment.js";
import { type Defined, isSwitch, textsOfKey } from "./possible-texts.js";

/** A part of Codex's input that the file does not determine. */
export interface UnknownPart {
  readonly cause: UnknownCause;
  /** Possible values that make a difference; the one with the least effect comes first. */
  readonly possible: readonly Assignment[];
  /** The value that it is a part of; `undefined` if it is more than a part of one value. */
  readonly value: UnknownValue | undefined;
}

/** The value of a key, with unknown parts. */
export interface UnknownValue {
  readonly path: readonly string[];
  readonly text: PartialText;
  readonly isQuoted: boolean;
  /** Index of the word of the command line that holds it; `undefined` for a value of config.toml. */
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
  // A secret is not the name of a variable.
  const isSecret = path.at(-1) === "env_key" && /\bsecrets\b/.test(unknown.label);
  const texts = isSecret ? [] : textsOfKey(path, defined, options);
  const written = isQuoted ? texts : texts.map((one) => JSON.stringify(one));
  const possible = solutions(text, isSwitch(path) ? [...written, "false", "true"] : written);
  return { cause: { kind: "undeterminedValue", unknown }, possible, value };
}
