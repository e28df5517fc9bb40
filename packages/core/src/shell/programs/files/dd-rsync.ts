import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { lacksFolder } from "../../state/presence.js";
import type { Status } from "../../state/status.js";
import { joinValues, sliceValue, textValue } from "../../values/value.js";
import { statusOfReading } from "../output.js";
import { contentOf, inputOf, writeContent } from "../file-content.js";
import { pathOfWord } from "../paths.js";
import { runCopy } from "./copying.js";
import { makeDirectories } from "./directories.js";

/** `dd` that copies all of a file or its input; `undefined` with options that convert, skip or append. */
export function runConvert(call: CommandCall, shell: Shell): Status | undefined {
  const operands = new Map<string, CallWord>();
  for (const word of call.words.slice(1)) {
    const name = /^(of|if|status|bs)=/.exec(word.value)?.[1];
    if (name === undefined || word.maySplit) return undefined;
    const start = name.length + 1;
    const text = sliceValue(word.text, start, word.text.text.text.length);
    operands.set(name, { ...word, value: word.value.slice(start), text });
  }
  const [source, target] = [operands.get("if"), operands.get("of")];
  const content = source ? contentOf(call, source, shell) : inputOf(call, shell);
  if (!content) return 1;
  if (!target) shell.print(call, content);
  else if (target.value.startsWith("/dev/")) return undefined;
  else if (!writeContent(call, target, content)) return 1;
  return source ? statusOfReading(call, source) : 0;
}

/** `rsync` of a local file, or of a folder's content (`folder/`), to a local place; `undefined` for everything else. */
export function runSynchronize(call: CommandCall, shell: Shell): Status | undefined {
  const words = call.words.slice(1);
  const options = words.filter(({ value }) => value.startsWith("-"));
  const [source, target, ...others] = words.filter(({ value }) => !value.startsWith("-"));
  if (!source || !target || others.length > 0 || words.some(({ maySplit }) => maySplit)) return undefined;
  const isPlain = options.every(({ value }) =>
    /^(?:-[avzhqrltp]+|--(?:archive|quiet|recursive|verbose))$/.test(value),
  );
  const isRecursive = options.some(({ value }) => /^-\w*[ar]|^--(?:archive|recursive)$/.test(value));
  if (!isPlain || [source, target].some(({ value }) => value.includes(":"))) return undefined;
  const { files } = call.state;
  const kind = files.find(pathOfWord(call, source)).node.kind;
  const place = files.find(pathOfWord(call, target));
  const isContent = kind === "directory" && source.value.endsWith("/") && isRecursive;
  if (!isContent && kind !== "file") return undefined;
  if (place.node.kind === "unknown" || (place.node.kind === "link" && isContent)) return undefined;
  // It creates the last folder of the target's path.
  if (lacksFolder(call.state, place.path)) return 1;
  if (isContent || target.value.endsWith("/")) {
    if (!makeDirectories(call, place.path)) return 1;
  }
  const dot = textValue(".", call.origin);
  const from = isContent
    ? { ...source, value: `${source.value}.`, text: joinValues([source.text, dot]) }
    : source;
  const option = { ...call.words[0], value: "-a", text: textValue("-a", call.origin) };
  return runCopy({ ...call, name: "cp", words: [call.words[0], option, from, target] }, shell);
}
