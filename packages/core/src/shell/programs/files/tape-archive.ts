import type { CallWord, CommandCall, Shell } from "../../command-call.js";
import { unknownContent } from "../../files/content.js";
import { directoryOf } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { readArguments, type Arguments } from "../options.js";
import { outputOf } from "../output.js";
import { contentOf, writeContent } from "../file-content.js";
import { pathOfWord } from "../paths.js";
import { archiveOf, contentOfArchive, membersAt, unpack } from "./archive.js";

/** Options with which the members are the same. */
const ALIKE: ReadonlySet<string> = new Set(
  (
    "-c --create -x --extract --get -z --gzip -j --bzip2 -J --xz -f --file -C --directory -v --verbose -p -o -m --touch " +
    "--no-same-owner --no-same-permissions --owner --group --mtime --sort --numeric-owner --strip-components"
  ).split(" "),
);

const COMPRESSIONS: readonly (readonly [string, string])[] = [
  ["-z", "gzip"],
  ["--gzip", "gzip"],
  ["-j", "bzip2"],
  ["--bzip2", "bzip2"],
  ["-J", "xz"],
  ["--xz", "xz"],
];

/**
 * `tar`, which packs known files and unpacks them again. Not known: archives that something else made; other options;
 * the unpacking of single members; what is not packed as it is, such as a path with `..`; the list that `-v` prints.
 */
export function runTapeArchive(call: CommandCall, shell: Shell): Status | undefined {
  const args = readArguments(withDash(call), ["-f", "--file", "-C", "--directory", "--strip-components"]);
  const { options, values, isUnsure } = args;
  const has = (...names: readonly string[]): boolean => names.some((name) => options.has(name));
  if (isUnsure || ![...options].every((option) => ALIKE.has(option)) || foldersIn(call) > 1) return undefined;
  const archive = values.get("-f") ?? values.get("--file");
  const file = archive?.value === "-" ? undefined : archive;
  const creates = has("-c", "--create");
  if (creates === has("-x", "--extract", "--get")) return undefined;
  const status = creates ? create(call, shell, args, file) : extract(call, shell, args, file);
  if (status === 0 && has("-v", "--verbose") && (file || !creates))
    shell.print(call, unknownContent(outputOf(call)));
  return status;
}

/** `tar czf` means `tar -czf`. */
function withDash(call: CommandCall): CommandCall {
  const [program, first, ...others] = call.words;
  if (!first?.isKnown || !/^[cx][zjJvpom]*f?$/.test(first.value)) return call;
  return { ...call, words: [program, { ...first, value: `-${first.value}` }, ...others] };
}

/** Of an archive; with more of them, it is unknown. */
const MAX_MEMBERS = 1_000;

/** How often a folder is named; each applies to the operands after it. */
function foldersIn({ words }: CommandCall): number {
  return words.filter(({ value }) => /^(?:-\w*C|--directory)/.test(value)).length;
}

function compressionOf({ options }: Arguments): string | undefined {
  return COMPRESSIONS.find(([option]) => options.has(option))?.[1];
}

function folderOf(call: CommandCall, { values }: Arguments): string {
  const word = values.get("-C") ?? values.get("--directory");
  return word ? call.state.files.find(pathOfWord(call, word)).path : directoryOf(call.state);
}

function create(
  call: CommandCall,
  shell: Shell,
  args: Arguments,
  file: CallWord | undefined,
): Status | undefined {
  const { files, descriptors } = call.state;
  const folder = folderOf(call, args);
  const isBehind = call.words.findLastIndex(({ value }) => /^(?:-\w*C|--directory)/.test(value));
  if (args.operands.some((word) => call.words.indexOf(word) < isBehind)) return undefined;
  const { kind } = files.find(folder).node;
  if (args.operands.length === 0 || kind === "unknown") return undefined;
  if (kind !== "directory") {
    // What is left of the archive is not known.
    if (file) files.taint(files.find(pathOfWord(call, file)).path, outputOf(call));
    else shell.print(call, unknownContent(outputOf(call)));
    return 2;
  }
  const printed = descriptors.get("1");
  const output = file
    ? files.find(pathOfWord(call, file)).path
    : printed?.kind === "file"
      ? printed.path
      : undefined;
  const lists = args.operands.map((word) => membersAt(call, word, folder, output));
  const members = lists.flatMap((list) => list ?? []);
  if (lists.includes(undefined) || members.length > MAX_MEMBERS) return undefined;
  const content = contentOfArchive(call, { members, compression: compressionOf(args) ?? "none" });
  if (file) return writeContent(call, file, content) ? 0 : 2;
  shell.print(call, content);
  return 0;
}

function extract(
  call: CommandCall,
  shell: Shell,
  args: Arguments,
  file: CallWord | undefined,
): Status | undefined {
  const folder = folderOf(call, args);
  const content = file ? contentOf(call, file, shell) : shell.readInput(call);
  const archive = content && archiveOf(content);
  if (!archive || args.operands.length > 0) return undefined;
  // `tar` finds out how a file is compressed, but not how its input is.
  const compression = compressionOf(args) ?? (file ? archive.compression : "none");
  if (compression !== archive.compression) return undefined;
  const strip = args.values.get("--strip-components");
  if (strip && (!strip.isKnown || !/^\d+$/.test(strip.value))) return undefined;
  const { kind } = call.state.files.find(folder).node;
  if (kind === "unknown") return undefined;
  if (kind !== "directory") return 2;
  return unpack(call, archive, folder, Number(strip?.value ?? 0)) ? 0 : undefined;
}
