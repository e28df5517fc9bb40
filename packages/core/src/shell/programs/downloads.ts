import type { CommandCall } from "../command-call.js";
import type { Unknown } from "../values/value.js";
import { optionValues, readArguments } from "./options.js";
import { taintAll, taintDirectory, taintPaths } from "./taint.js";

/** Makes the files that `curl` may write unknown. */
export function taintFilesOfCurl(call: CommandCall, unknown: Unknown): void {
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
    "--cookie-jar",
    "-D",
    "--dump-header",
    "-F",
    "-m",
    "-w",
    "-x",
    "-T",
    "-K",
    "--config",
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
  const { options, allValues } = readArguments(call, names);
  // Each URL has its own `-o`.
  const written = ["-o", "--output", "--output-dir", "-c", "--cookie-jar", "-D", "--dump-header"]
    .flatMap((name) => allValues.get(name) ?? [])
    .filter(({ value }) => !value.startsWith("/dev/") && value !== "-");
  taintPaths(call, written, unknown);
  // A file of options may name any file.
  if (options.has("-K") || options.has("--config")) taintAll(call, unknown);
  if (["-O", "--remote-name", "--remote-name-all"].some((name) => options.has(name)))
    taintDirectory(call, unknown);
}

/** Makes the files that `wget` may write unknown. */
export function taintFilesOfWget(call: CommandCall, unknown: Unknown): void {
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
