import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { EMPTY, textOfContent, unknownContent, valueContent } from "../../files/content.js";
import { createBudget, isSpent, type MatchBudget } from "../../expansion/match-budget.js";
import type { Status } from "../../state/status.js";
import { textValue } from "../../values/value.js";
import { textInEnvironment } from "./environment.js";
import { contentOf, inputText, writeContent } from "../file-content.js";
import { joinTexts } from "../../values/text-limit.js";
import { outputOf, printText } from "../output.js";
import { findEntryOf, pathOfWord } from "../paths.js";
import { parseSubstitutions, type RecordEdit } from "./perl-substitution.js";

/** The words of a call of `perl -p`. */
interface Words {
  readonly edit: RecordEdit;
  readonly source: string;
  /** For the regular expressions of `edit`. */
  readonly budget: MatchBudget;
  readonly files: readonly CallWord[];
  /** Whether a file is one record. */
  readonly isWhole: boolean;
  /** What `-i` appends to the name of a copy; empty for no copy, `undefined` without `-i`. */
  readonly suffix: string | undefined;
}

/**
 * `perl -p -e 's/a/b/'` with `-i` and `-0`. Not known: all other programs (see `parseSubstitutions`) and options, and files
 * that are links.
 */
export function runPerl(call: CommandCall, shell: Shell): Status | undefined {
  const words = readWords(call);
  if (!words) return undefined;
  const { files, suffix } = words;
  const change = (text: string | undefined): string | undefined =>
    text === undefined || (/[^\0-\x7f]/.test(text) && MAY_SPLIT.test(words.source))
      ? undefined
      : edited(text, words);
  if (suffix === undefined) {
    // Perl skips missing files, and succeeds. The end of a file without a line feed ends a record.
    const contents = files.map((word) => contentOf(call, word, shell) ?? EMPTY);
    const texts = files.length === 0 ? [inputText(call, [], shell)] : contents.map(textOfContent);
    const changed = texts.map(change);
    printText(call, changed.every((text) => text !== undefined) ? joinTexts(changed) : undefined, shell);
    return 0;
  }
  const kinds = files.map((word) => nodeOf(call, word));
  if (files.length === 0 || kinds.includes("directory") || kinds.includes("link") || /[*/]/.test(suffix))
    return undefined;
  for (const [index, word] of files.entries()) {
    if (kinds[index] === "absent") continue;
    const path = pathOfWord(call, word);
    const { files: tree } = call.state;
    if (kinds[index] === "unknown") {
      for (const each of suffix === "" ? [path] : [path, path + suffix]) tree.taint(each, outputOf(call));
      continue;
    }
    const { node } = tree.find(path);
    if (suffix !== "" && node.kind === "file") tree.put(path + suffix, node);
    const after = change(inputText(call, [word], shell));
    const content =
      after === undefined
        ? unknownContent(outputOf(call))
        : valueContent(textValue(after, call.origin), call.origin);
    writeContent(call, word, content);
  }
  return 0;
}

/** Parts of a pattern that may match one byte of a character. */
const MAY_SPLIT = /[.[\\]/;

function nodeOf(call: CommandCall, word: CallWord): string {
  return findEntryOf(call.state, word.text).node.kind;
}

/** The text that the program makes of another one; `undefined` if that takes too long. */
function edited(text: string, { edit, isWhole, budget }: Words): string | undefined {
  const isLeft = text === "" || (isWhole && text.includes("\0"));
  const records = isLeft || isWhole ? [text] : text.split(/(?<=\n)/);
  const result = isLeft ? text : joinTexts(records.map(edit));
  return isSpent(budget) ? undefined : result;
}

/** Reads the words; `undefined` unless all options and the whole program are modelled. */
function readWords(call: CommandCall): Words | undefined {
  const [, ...words] = call.words;
  const programs: string[] = [];
  let [prints, isWhole, index] = [false, false, 0];
  let suffix: string | undefined;
  if (words.some(({ maySplit }) => maySplit)) return undefined;
  for (; words[index]?.value.startsWith("-") === true; index++) {
    const word = words[index];
    if (!word || word.value === "-" || !word.isKnown) return undefined;
    if (word.value === "--") {
      index++;
      break;
    }
    const [, letters, copy, program] =
      /^-((?:[pw]|0(?:777)?(?![0-7]))*)(?:i([^]*)|(e))?$/.exec(word.value) ?? [];
    if (letters === undefined) return undefined;
    prints ||= letters.includes("p");
    isWhole ||= letters.includes("0");
    suffix = copy ?? suffix;
    if (program === undefined) continue;
    const source = words[++index];
    if (source?.isKnown !== true) return undefined;
    programs.push(source.value);
  }
  const source = programs.join("\n");
  const budget = createBudget();
  const edit = prints
    ? parseSubstitutions(source, budget, (name) => textInEnvironment(call, name))
    : undefined;
  return edit && { edit, source, budget, files: words.slice(index), isWhole, suffix };
}
