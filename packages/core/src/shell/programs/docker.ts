import type { CommandCall } from "../command-call.js";
import { sliceValue, type Unknown } from "../values/value.js";
import { taintDirectory, taintPaths } from "./taint.js";

/** Makes the files that `docker` may write unknown: a container writes to the folders mounted into it. */
export function taintFilesOfDocker(call: CommandCall, unknown: Unknown): void {
  const command = call.words.slice(1).find(({ value }) => !value.startsWith("-"))?.value ?? "";
  if (!["run", "create", "compose", "cp", "build", "buildx", "exec"].includes(command)) return;
  const words = call.words.slice(1);
  for (const [index, word] of words.entries()) {
    const previous = words[index - 1]?.value ?? "";
    const inline = /^(?:--volume=|--mount=|-v)/.exec(word.value)?.[0];
    const isVolume = previous === "-v" || previous === "--volume" || inline !== undefined;
    if (!isVolume) continue;
    const start = inline?.length ?? 0;
    const text = word.text.text.text.slice(start);
    const end = text.indexOf(":");
    if (/:ro(?:,|$)/.test(text) || (end === -1 && previous !== "-v")) continue;
    taintPaths(
      call,
      [{ ...word, text: sliceValue(word.text, start, start + (end === -1 ? text.length : end)) }],
      unknown,
    );
  }
  if (command === "cp") taintPaths(call, words.slice(1), unknown);
  if (command === "compose") taintDirectory(call, unknown);
}
