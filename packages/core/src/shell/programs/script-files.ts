import { joinTexts, type MappedText, unmappedText } from "../../text/index.js";
import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { descriptorNumber } from "../commands/descriptors.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import type { Content } from "../files/content.js";
import { pathOfWord } from "./paths.js";

/** Why there is no script to run. */
export type NoScript = "missing" | "directory";

/** The script in a file, or why there is none; `undefined` if it is not known. */
export function scriptOfFile(
  call: CommandCall,
  word: CallWord,
  shell: Shell,
): MappedText | NoScript | undefined {
  const path = pathOfWord(call, word);
  const number = descriptorNumber(path);
  if (number !== undefined) return scriptOfContent(shell.readDescriptor(call, number));
  if (path === "/dev/null") return scriptOfContent([]);
  const { node } = call.state.files.find(path);
  if (node.kind === "absent") return "missing";
  if (node.kind === "directory") return "directory";
  return node.kind === "file" ? scriptOfContent(node.content) : undefined;
}

/** The script that a content is; `undefined` if it is not known. */
export function scriptOfContent(content: Content | undefined): MappedText | undefined {
  const texts: MappedText[] = [];
  for (const part of content ?? []) {
    if (part.kind === "known") texts.push(scriptOfValue(part.expanded));
    else if (part.unknown?.script) texts.push(part.unknown.script, unmappedText("\n", part.origin));
    else return undefined;
  }
  return content && joinTexts(texts);
}
