import type { CommandCall } from "../command-call.js";
import { sliceValue } from "../values/value.js";
import { optionValues, readArguments } from "./options.js";
import type { outputOf } from "./output.js";
import { taintDirectory, taintPaths } from "./taint.js";

/** Makes the files that `curl` may write unknown. */
export function reachOfCurl(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const names = [
    "-o",
    "--output",
    "--output-dir",
    "-H",
    "-d",
    "-X",
    "-u",
    "-A",
    "-e",
    "-b",
    "-c",
    "-D",
    "-F",
    "-m",
    "-w",
    "-x",
    "-T",
    "-K",
    "--max-time",
    "--retry",
    "--retry-delay",
    "--connect-timeout",
    "--data",
    "--header",
    "--request",
    "--url",
    "--user",
    "--write-out",
    "--cacert",
  ];
  const { options, values } = readArguments(call, names);
  const written = ["-o", "--output", "--output-dir", "-c", "-D"].flatMap((name) => {
    const word = values.get(name);
    return word && !word.value.startsWith("/dev/") && word.value !== "-" ? [word] : [];
  });
  taintPaths(call, written, unknown);
  if (options.has("-O") || options.has("--remote-name") || options.has("-K")) taintDirectory(call, unknown);
}

/** Makes the files that `wget` may write unknown. */
export function reachOfWget(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
  const written = optionValues(call, [
    "-O",
    "-P",
    "-o",
    "--output-document",
    "--directory-prefix",
    "--output-file",
  ]);
  if (written.length > 0)
    taintPaths(
      call,
      written.filter(({ value }) => value !== "-" && !value.startsWith("/dev/")),
      unknown,
    );
  else taintDirectory(call, unknown);
}

/** Makes the files that `docker` may write unknown: a container writes to the folders mounted into it. */
export function reachOfDocker(call: CommandCall, unknown: ReturnType<typeof outputOf>): void {
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
