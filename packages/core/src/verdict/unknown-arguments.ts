import { type CommandOption, readOptions, splitSetting } from "../codex/command/index.js";
import type { DiagnoseOptions, UnknownCause } from "../faults/index.js";
import type { ArgumentText } from "../runs/index.js";
import { displayOf, soleUnknown, type Unknown } from "../shell/index.js";
import { assignAll, type PartialText, slicePartial, solutions, wordsId } from "./assignment.js";
import { type Defined, flagTexts, settingTexts } from "./possible-texts.js";
import { partOfValue, type UnknownPart, type UnknownValue } from "./unknown-part.js";

/** The unknown parts of the words after `codex`. */
export function unknownPartsOfArguments(
  words: readonly ArgumentText[],
  defined: Defined,
  options: DiagnoseOptions,
): readonly UnknownPart[] {
  const isKnown = words.every(({ text }) => text.guesses.length === 0);
  if (isKnown) return [];
  const { options: read, positional } = readWords(words);
  return words.flatMap(({ text, maySplit }, index): readonly UnknownPart[] => {
    const [guess] = text.guesses;
    if (!guess) return [];
    const { unknown } = guess;
    const cause: UnknownCause = { kind: "undeterminedValue", unknown };
    const whole = soleUnknown(text);
    const option = read.find((one) => one.argument === index && hasValue(one));
    if (option) {
      const partial = { text: text.text.text, guesses: text.guesses };
      return [partOfOption(unknown, partial, option, defined, options)];
    }
    if (whole && maySplit) {
      const possible = flagTexts(defined).map((flags) => new Map([[wordsId(whole), flags]]));
      return [{ cause, possible, value: undefined }];
    }
    // Codex accepts one prompt, so of two positional words one must be an option.
    const mayBeOption = whole && positional.length > 1 && positional.includes(index);
    if (!mayBeOption) return [];
    const settings = settingTexts(defined).map((setting) => `--config=${setting}`);
    return [{ cause, possible: settings.map((one) => new Map([[whole.id, one]])), value: undefined }];
  });
}

/** The options, and the indexes of the words that may be prompts. */
function readWords(words: readonly ArgumentText[]): {
  readonly options: readonly CommandOption[];
  readonly positional: readonly number[];
} {
  const shown = words.map(({ text }) => displayOf(text));
  const isOpen = (index: number): boolean => {
    const word = words[index];
    return word?.maySplit === true && soleUnknown(word.text) !== undefined;
  };
  const first = readOptions(shown);
  const isValue = (index: number): boolean =>
    first.options.some((option) => option.argument === index && hasValue(option));
  const known = shown.map((word, index) =>
    isOpen(index) && !isValue(index) ? "--skip-git-repo-check" : word,
  );
  const { options, subcommand = -1 } = readOptions(known);
  const isResumed = ["resume", "review"].includes(known[subcommand + 1] ?? "");
  const positional = known.flatMap((word, index) =>
    index > subcommand && !word.startsWith("-") && !options.some(({ argument }) => argument === index)
      ? [index]
      : [],
  );
  return { options, positional: isResumed ? [] : positional };
}

function hasValue({ argument, word, prefix }: CommandOption): boolean {
  return argument !== word || prefix !== "";
}

function partOfOption(
  unknown: Unknown,
  word: PartialText,
  { name, prefix, argument }: CommandOption,
  defined: Defined,
  options: DiagnoseOptions,
): UnknownPart {
  const given = slicePartial(word, prefix.length, word.text.length);
  const none: UnknownPart = { cause: { kind: "undeterminedValue", unknown }, possible: [], value: undefined };
  if (name === "profile")
    return { ...none, possible: solutions(given, ["another-profile", ...defined.profiles]) };
  if (name !== "config") return none;
  const setting = splitSetting(given.text);
  if (!setting || given.guesses.some(({ start }) => start < setting.valueOffset))
    return { ...none, possible: solutions(given, settingTexts(defined)) };
  const { path, valueOffset } = setting;
  const text = slicePartial(given, valueOffset, given.text.length);
  const value: UnknownValue = { path, text, isQuoted: true, argument };
  const part = partOfValue(unknown, value, defined, options);
  return {
    ...part,
    possible: [...(part.possible.length > 0 ? [] : [assignAll(text, "unknown")]), ...part.possible],
  };
}
