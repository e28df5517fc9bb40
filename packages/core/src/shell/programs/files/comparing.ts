import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { descriptorNumber } from "../../commands/descriptors.js";
import { contentSignature, EMPTY, textOfContent, unknownContent, type Content } from "../../files/content.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { outputOf, printText, statusOfReading } from "../output.js";
import { contentOf } from "../file-content.js";
import { pathOfWord } from "../paths.js";

/** Options with which only the content of two files counts. */
const PLAIN: Readonly<Record<string, ReadonlySet<string>>> = {
  cmp: new Set(["-s", "--quiet", "--silent", "-b", "--print-bytes", "-l", "--verbose"]),
  diff: new Set(["-q", "--brief", "-u", "--unified", "-c", "--normal", "-a", "--text"]),
};

const QUIET: ReadonlySet<string> = new Set(["-s", "--quiet", "--silent"]);

/**
 * `cmp` and `diff` of two files. Not known: what they print about a difference, except for `diff -q`; options that
 * ignore some differences, or a part of the files; folders; files that differ only if an unknown part does.
 */
export function runCompare(call: CommandCall, shell: Shell): Status | undefined {
  const { name } = call;
  const { options, operands, isUnsure } = readArguments(call);
  const [first, second] = operands;
  if (isUnsure || !first || operands.length > 2 || (!second && name === "diff")) return undefined;
  const files: readonly CallWord[] = [first, ...(second ? [second] : [])];
  if (![...options].every((option) => PLAIN[name]?.has(option) === true)) return undefined;
  if (files.some((word) => !isInput(word) && mayBeFolder(call, word))) return undefined;
  const contents = files.map((word) =>
    word.isKnown && word.value === "-" ? inputOf(call, shell) : contentOf(call, word, shell),
  );
  if (!second) contents.push(inputOf(call, shell));
  const isQuiet = [...options].some((option) => QUIET.has(option));
  const isSame = areSame(contents);
  const statuses = files.map((word) => statusOfReading(call, word));
  if (statuses.some((status) => status === 1)) return 2;
  if (isSame === undefined || statuses.some((status) => typeof status !== "number")) {
    if (!isQuiet) shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  if (isSame) return 0;
  const isBrief = options.has("-q") || options.has("--brief");
  const areNamed = files.every(({ isKnown }) => isKnown);
  const message = `Files ${files.map(({ value }) => value).join(" and ")} differ\n`;
  if (!isQuiet) printText(call, isBrief && areNamed ? message : undefined, shell);
  return 1;
}

function isInput({ value, isKnown }: CallWord): boolean {
  return isKnown && (value === "-" || descriptorNumber(value) !== undefined);
}

function inputOf(call: CommandCall, shell: Shell): Content {
  return shell.readInput(call) ?? unknownContent(outputOf(call, "its input"));
}

/** `diff file folder` compares with the file of that name in the folder. */
function mayBeFolder(call: CommandCall, word: CallWord): boolean {
  const { kind } = call.state.files.find(pathOfWord(call, word)).node;
  return kind === "directory" || kind === "link";
}

/** Whether two contents are the same; `undefined` if that is not known. */
function areSame([first = EMPTY, second = EMPTY]: readonly (Content | undefined)[]): boolean | undefined {
  if (contentSignature(first) === contentSignature(second)) return true;
  const [left, right] = [textOfContent(first), textOfContent(second)];
  return left === undefined || right === undefined ? undefined : left === right;
}
