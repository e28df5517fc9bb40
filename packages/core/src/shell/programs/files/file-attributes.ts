import type { CommandCall } from "../../command-call.js";
import { EMPTY } from "../../files/content.js";
import { cannotCreate } from "../../state/presence.js";
import type { Status } from "../../state/status.js";
import { readArguments } from "../options.js";
import { statusOfFound, worst } from "../output.js";
import { findWritten, namesFolder, pathOfWord } from "../paths.js";

/** `touch`: creates an empty file unless the file exists. */
export function runTouch(call: CommandCall): Status {
  const { operands, options } = readArguments(call, ["-d", "-r", "-t", "--date", "--reference"]);
  const { files } = call.state;
  let status: Status = 0;
  for (const word of operands) {
    const { path, node } = files.find(pathOfWord(call, word));
    if (options.has("-c") || (node.kind !== "absent" && node.kind !== "unknown")) continue;
    if (cannotCreate(call.state, path) || (node.kind === "absent" && namesFolder(word.text))) status = 1;
    // A file of its own may stay when it gets known what the folder is.
    else if (node.kind === "unknown") files.taint(path, node.unknown);
    else files.put(path, { kind: "file", content: EMPTY, isExecutable: false });
  }
  return status;
}

/** `truncate -s 0`, which empties files; `undefined` for other sizes. */
export function runTruncate(call: CommandCall): Status | undefined {
  const { operands, options, values } = readArguments(call, ["-s", "--size"]);
  const size = values.get("-s") ?? values.get("--size");
  if (size?.value !== "0" || operands.some(({ isKnown }) => !isKnown)) return undefined;
  const { files } = call.state;
  let status: Status = 0;
  for (const word of operands) {
    const { path, node } = findWritten(call.state, word.text);
    if (node.kind === "absent" && (options.has("-c") || options.has("--no-create"))) continue;
    if (node.kind === "directory" || (node.kind !== "file" && cannotCreate(call.state, path))) status = 1;
    else
      files.put(path, {
        kind: "file",
        content: EMPTY,
        isExecutable: node.kind === "file" && node.isExecutable,
      });
  }
  return status;
}

/** `chmod`, which makes files executable or not, and `chown`, which has no effect here. */
export function runChangeMode(call: CommandCall): Status {
  const words = call.words.slice(1).filter(({ value }) => !/^-(?:[RvcfhHLP]+|-.*)$/.test(value));
  const [mode, ...operands] = words;
  const { files } = call.state;
  let status: Status = 0;
  for (const word of operands) {
    const { path, node } = files.find(pathOfWord(call, word));
    status = worst(status, statusOfFound(call, { path, node }));
    if (node.kind !== "file") continue;
    const isExecutable = becomesExecutable(mode?.value ?? "", node.isExecutable);
    files.put(path, { kind: "file", content: node.content, isExecutable });
  }
  return status;
}

function becomesExecutable(mode: string, before: boolean): boolean {
  if (/^0?[0-7]{3}$/.test(mode)) return /[1357]/.test(mode);
  if (/^[ugoa]*\+[rwX]*x/.test(mode) || /\+[rw]*x/.test(mode)) return true;
  return /-[rw]*x/.test(mode) ? false : before;
}
