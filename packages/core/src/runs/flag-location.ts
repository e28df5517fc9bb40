import { mayHoldConfigOption, readOptions } from "../codex/command/index.js";
import type { CallWord } from "../shell/index.js";
import type { MappedText } from "../text/index.js";
import type { FoundStart } from "./container.js";

/** A place in a script where words can be inserted. */
export interface FlagLocation {
  readonly script: MappedText;
  /** Offset in the script's text, in UTF-16 code units from 0. */
  readonly offset: number;
}

/** A word of a command line, in a script. */
export interface ArgumentLocation {
  readonly script: MappedText;
  /** Offsets in the script's text, in UTF-16 code units from 0. */
  readonly start: number;
  readonly end: number;
}

/** The location of each argument; `undefined` for one that shares its word with others, like an array's elements. */
export function argumentLocationsOf({ call, args }: FoundStart): readonly (ArgumentLocation | undefined)[] {
  return args.map(({ word }, index) => {
    const isShared = args[index - 1]?.word === word || args[index + 1]?.word === word;
    return isShared ? undefined : { script: call.script, start: word.pos, end: word.end };
  });
}

/**
 * Where `-c` flags can be inserted into Codex's command line: directly after `exec`. Up to Codex 0.163, a `-c`
 * after `exec` makes Codex forget each `-c` before it (measured), so if there are flags only before `exec`, directly
 * after `codex`.
 */
export function flagLocationOf({ call, word, args, exec }: FoundStart): FlagLocation | undefined {
  if (!exec) return undefined;
  const { script } = call;
  if (isOfExpression(script, word) || isOfExpression(script, exec)) return undefined;
  const before = script.text.slice(word.word.end, endOfLiteral(exec) ?? exec.word.end);
  const { options } = readOptions(args.map(({ value }) => value));
  const hasFlagAfterExec = options.some(({ name, beforeExec }) => name === "config" && !beforeExec);
  const offset = endOfLiteral(mayHoldConfigOption(before) && !hasFlagAfterExec ? word : exec);
  return offset === undefined ? undefined : { script, offset };
}

/**
 * Whether a word comes from an expression, which may be another program for another combination of the matrix or
 * another input: that program does not know Codex's flags.
 */
function isOfExpression(script: MappedText, { word }: CallWord): boolean {
  const inside = word.pos + 1;
  return inside < word.end && script.edit(inside, inside, "") === undefined;
}

/** The end of a word's plain part, since `exec${MODEL:+ --model "$MODEL"}` is one word; `undefined` if it has none. */
export function endOfLiteral({ value, word }: CallWord): number | undefined {
  if (word.parts === undefined) return word.end;
  return word.parts.find((part) => part.type === "Literal" && part.value === value)?.end;
}
