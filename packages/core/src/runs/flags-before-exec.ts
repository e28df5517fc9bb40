import type { Word } from "unbash";
import { type CommandOption, readOptions, splitSetting } from "../codex/command/index.js";
import type { CallWord } from "../shell/index.js";
import { lineStart, type Span } from "../text/index.js";
import type { FoundStart } from "./container.js";
import { endOfLiteral, type FlagLocation } from "./flag-location.js";

/** A `-c` flag between `codex` and `exec`. */
export interface FlagBeforeExec {
  /** The key that it sets, such as `model`. */
  readonly key: string;
  /** Its value: as written in the script if it is in an expansion, otherwise as Codex gets it. */
  readonly value: string;
  /** The variable that must be set for the flag to be present, as in `${MODEL:+-c model="$MODEL" }exec`. */
  readonly variable: string | undefined;
  /** `undefined` if it shares its word with others, like an array's elements. */
  readonly location: MovableFlag | undefined;
}

/** The span of a flag; `offset` is that after `exec`. All offsets are in the script's text. */
export interface MovableFlag extends FlagLocation {
  readonly start: number;
  readonly end: number;
  /** Where the next word starts, or the rest of its own. */
  readonly next: number;
  /** The text of the flag to insert after `exec`. */
  readonly moved: string;
}

/** Each `-c` flag before `exec`, including flags in an expansion whose variable is not known. */
export function flagsBeforeExec(start: FoundStart): readonly FlagBeforeExec[] {
  const { call, exec } = start;
  const offset = exec && endOfLiteral(exec);
  if (!exec || offset === undefined) return [];
  const location: FlagLocation = { script: call.script, offset };
  const optional = wordsBefore(start, exec).flatMap((word) => optionalFlags(word, location));
  const isOptional = ({ key }: FlagBeforeExec): boolean => optional.some((flag) => flag.key === key);
  return [...plainFlags(start.args, location).filter((flag) => !isOptional(flag)), ...optional];
}

/** The words of the script after `codex`, up to and including `exec`. */
function wordsBefore({ call, word }: FoundStart, exec: CallWord): readonly Word[] {
  const words = call.command.args.flatMap((arg) => (arg.type === "Assignment" ? [] : [arg]));
  return words.slice(words.indexOf(word.word) + 1, words.indexOf(exec.word) + 1);
}

function optionalFlags(word: Word, location: FlagLocation): readonly FlagBeforeExec[] {
  const { text } = location.script;
  return (word.parts ?? []).flatMap((part) => {
    if (part.type !== "ParameterExpansion" || part.end > location.offset) return [];
    const { operation, parameter, pos, end } = part;
    if (operation?.type !== "Default" || !operation.operator.endsWith("+")) return [];
    const operand = text.slice(operation.operand.pos, operation.operand.end);
    const setting = onlySetting(operand.trim().split(/\s+/));
    if (!setting || setting.value === "" || !/^[\w.-]+$/.test(setting.key)) return [];
    const { key, value } = setting;
    const head = text.slice(pos, operation.pos) + operation.operator;
    const span = { start: pos, end, next: afterFlag(text, { start: pos, end }) };
    return [
      {
        key,
        value,
        variable: parameter,
        location: { ...location, ...span, moved: `${head} ${operand.trim()}}` },
      },
    ];
  });
}

/** The setting of words that form exactly one `-c` flag; otherwise `undefined`. */
function onlySetting(words: readonly string[]): ReturnType<typeof splitSetting> {
  const [option] = readOptions(words).options;
  const isWhole = option?.name === "config" && option.word === 0 && option.argument === words.length - 1;
  return isWhole ? splitSetting(option.value) : undefined;
}

function plainFlags(args: readonly CallWord[], location: FlagLocation): readonly FlagBeforeExec[] {
  const { options } = readOptions(args.map(({ value }) => value));
  return options.flatMap((option) => {
    const { name, bare, beforeExec } = option;
    const setting = splitSetting(option.value);
    if (name !== "config" || bare || !beforeExec || !setting) return [];
    return [
      {
        key: setting.key,
        value: setting.value,
        variable: undefined,
        location: locationOf(option, args, location),
      },
    ];
  });
}

function locationOf(
  option: CommandOption,
  args: readonly CallWord[],
  location: FlagLocation,
): MovableFlag | undefined {
  const words = args.slice(option.word, option.argument + 1);
  const isShared = words.some(({ word }) => args.filter((other) => other.word === word).length > 1);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last || isShared || last.word.end > location.offset) return undefined;
  const { text } = location.script;
  const span = { start: first.word.pos, end: last.word.end };
  return {
    ...location,
    ...span,
    next: afterFlag(text, span),
    moved: ` ${text.slice(span.start, span.end)}`,
  };
}

/** Where the text after a flag and its blanks starts; if the flag is alone on a continued line, on the next line. */
function afterFlag(text: string, { start, end }: Span): number {
  const isFirstOnLine = /^[ \t]*$/.test(text.slice(lineStart(text, start), start));
  const separator = isFirstOnLine ? /[ \t]*(?:\\\r?\n[ \t]*)?/y : /[ \t]*/y;
  separator.lastIndex = end;
  return end + (separator.exec(text)?.[0].length ?? 0);
}
