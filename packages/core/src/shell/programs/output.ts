import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { unknownContent, valueContent } from "../files/content.js";
import type { Found } from "../files/followed-path.js";
import { isKnownToExist } from "../state/presence.js";
import { newUnknown } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { boundedLabel } from "../values/bounded-names.js";
import { MAX_TEXT } from "../values/text-limit.js";
import { textValue, type Unknown } from "../values/value.js";
import { placeOf } from "../context.js";
import { pathOfWord } from "./paths.js";

/** The unknown output or status of a program. `what` names it in messages. */
export function outputOf(call: CommandCall, what = `\`${call.name}\``): Unknown {
  return newUnknown(call.state, `output ${placeOf(call.command, call)} ${call.name}`, {
    label: boundedLabel(`$(${call.words.map(({ value }) => value).join(" ")})`),
    what,
    origin: call.origin,
  });
}

/** The status of a program that reads a file: it fails if the file is missing, or a directory. */
export function statusOfReading(call: CommandCall, word: CallWord): Status {
  if (word.isKnown && /^(?:-|\/dev\/.*)$/.test(word.value)) return 0;
  const found = call.state.files.find(pathOfWord(call, word));
  return found.node.kind === "directory" ? 1 : statusOfFound(call, found);
}

/** The status of a program that needs a file or folder: it fails if there is none. */
export function statusOfFound(call: CommandCall, { path, node }: Found): Status {
  if (node.kind === "absent") return 1;
  return node.kind === "unknown" && !isKnownToExist(call.state, path, node.unknown) ? outputOf(call) : 0;
}

/** The status of a command from those of two parts: it fails if a part fails. */
export function worst(left: Status, right: Status): Status {
  if (left === 0) return right;
  return typeof left === "number" || right === 0 || typeof right !== "number" ? left : right;
}

/** Prints an unknown integer; a program that reads files may print nothing instead. */
export function printInteger(call: CommandCall, readsFiles: boolean, shell: Shell): void {
  const input = call.state.descriptors.get("0");
  const isFile = readsFiles || (input?.kind === "input" && input.path !== undefined);
  shell.print(call, unknownContent({ ...outputOf(call), integer: isFile ? "may be empty" : "never empty" }));
}

/** Prints a text; `undefined` stands for unknown output, and so does a text that is too long. */
export function printText(call: CommandCall, text: string | undefined, shell: Shell): void {
  if (text === undefined || text.length > MAX_TEXT) shell.print(call, unknownContent(outputOf(call)));
  else shell.print(call, valueContent(textValue(text, call.origin), call.origin));
}
