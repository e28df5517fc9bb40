import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { appendContent, type Content, EMPTY, textOfContent, unknownContent } from "../files/content.js";
import { descriptorNumber } from "../commands/descriptors.js";
import { cannotCreate } from "../state/presence.js";
import { boundedId, boundedLabel } from "../values/bounded-names.js";
import { findWritten, pathOfWord } from "./paths.js";
import { fileSource } from "../values/source-words.js";
import { joinTexts, MAX_TEXT } from "../values/text-limit.js";
import { outputOf } from "./output.js";

/** The input of a program. */
export function inputOf(call: CommandCall, shell: Shell): Content {
  return shell.readInput(call) ?? unknownContent(outputOf(call, `the input of \`${call.name}\``));
}

/** Whether a command writes its output to the file at a path. */
export function isItsOutput({ state }: CommandCall, path: string): boolean {
  const output = state.descriptors.get("1");
  return output?.kind === "file" && state.files.find(path).path === output.path;
}

/** Whether a command writes its output to the file that it reads as input. */
export function readsItsOutput(call: CommandCall): boolean {
  const input = call.state.descriptors.get("0");
  return input?.kind === "input" && input.path !== undefined && isItsOutput(call, input.path);
}

/** The content of the file that a word names; `undefined` if there is no such file. */
export function contentOf(call: CommandCall, word: CallWord, shell: Shell): Content | undefined {
  const number = word.isKnown ? descriptorNumber(word.value) : undefined;
  if (number !== undefined)
    return (
      shell.readDescriptor(call, number) ?? unknownContent(outputOf(call, `descriptor ${String(number)}`))
    );
  if (word.isKnown && word.value === "/dev/null") return EMPTY;
  const { node, path } = call.state.files.find(pathOfWord(call, word));
  switch (node.kind) {
    case "file":
      return node.content;
    case "unknown":
      return unknownContent({
        ...node.unknown,
        id: boundedId(`content ${path} ${node.unknown.id}`),
        label: boundedLabel(`$(cat ${word.value})`),
        what: fileSource(word.value),
        origin: call.origin,
      });
    default:
      return undefined;
  }
}

/** Writes the file that a word names; `false` if that fails. What is too long is unknown. */
export function writeContent(call: CommandCall, word: CallWord, content: Content, appends = false): boolean {
  const { files } = call.state;
  const { path, node } = findWritten(call.state, word.text);
  if (node.kind === "directory") return false;
  if (node.kind !== "file" && cannotCreate(call.state, path)) return false;
  const before =
    node.kind === "file" ? node.content : node.kind === "unknown" ? unknownContent(node.unknown) : EMPTY;
  const after = appends ? appendContent(before, content) : content;
  files.put(path, {
    kind: "file",
    content: sizeOf(after) > MAX_TEXT ? unknownContent(outputOf(call)) : after,
    isExecutable: node.kind === "file" && node.isExecutable,
  });
  return true;
}

/** In UTF-16 code units, without the unknown parts. */
function sizeOf(content: Content): number {
  return content.reduce((sum, part) => sum + (part.kind === "known" ? part.expanded.text.text.length : 0), 0);
}

/**
 * The lines that a program reads from files or, without words, from its input, as one text; `undefined` if they are not
 * known or too long. The last line of a file ends where the next file begins.
 */
export function inputText(call: CommandCall, words: readonly CallWord[], shell: Shell): string | undefined {
  const contents =
    words.length === 0 ? [shell.readInput(call)] : words.map((word) => contentOf(call, word, shell));
  const texts = contents.map((content, index) => {
    const text = content ? textOfContent(content) : undefined;
    const endsLine = index === contents.length - 1 || text === "" || text?.endsWith("\n") === true;
    return text === undefined || endsLine ? text : `${text}\n`;
  });
  return texts.every((text) => text !== undefined) ? joinTexts(texts) : undefined;
}
