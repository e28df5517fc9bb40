import type { CommandCall, Shell } from "../../command-call.js";
import { placeOf } from "../../context.js";
import { EMPTY, unknownContent, valueContent } from "../../files/content.js";
import { isNowhere } from "../../files/path.js";
import { lacksFolder } from "../../state/presence.js";
import { newUnknown, type ShellState } from "../../state/shell-state.js";
import type { Status } from "../../state/status.js";
import { boundedLabel } from "../../values/bounded-names.js";
import { joinValues, knownText, textValue, unknownValue, type Value } from "../../values/value.js";
import { makeDirectories } from "./copying.js";
import { readArguments } from "../options.js";
import { outputOf, printText, statusOfFound, worst } from "../output.js";
import { foldersBeforeParents, pathOf, pathOfWord } from "../paths.js";
import { taintPaths } from "../taint.js";

/** `mkdir`. */
export function runMakeDirectory(call: CommandCall): Status {
  const { options, operands, isUnsure } = readArguments(call, ["-m", "--mode"]);
  if (isUnsure) {
    taintPaths(call, operands, outputOf(call));
    return outputOf(call);
  }
  const { files } = call.state;
  const makesParents = options.has("-p") || options.has("--parents");
  let status: Status = 0;
  for (const word of makesParents ? operands.flatMap(foldersBeforeParents) : operands) {
    const { path, node } = files.find(pathOfWord(call, word));
    if (isNowhere(path)) status = 1;
    else if (node.kind === "unknown") {
      // With `-p`, the path is a folder from now on, unless it is a file.
      files.makeDirectory(path);
      if (!makesParents) status = outputOf(call);
    } else if (node.kind === "file" || node.kind === "link") status = 1;
    else if (node.kind === "directory") status = makesParents ? status : 1;
    else if (!makesParents && lacksFolder(call.state, path)) status = 1;
    else if (!makeDirectories(call, path)) status = 1;
  }
  return status;
}

/** `touch`: creates an empty file unless the file exists. */
export function runTouch(call: CommandCall): Status {
  const { operands, options } = readArguments(call, ["-d", "-r", "-t", "--date", "--reference"]);
  const { files } = call.state;
  let status: Status = 0;
  for (const word of operands) {
    const { path, node } = files.find(pathOfWord(call, word));
    if (options.has("-c") || (node.kind !== "absent" && node.kind !== "unknown")) continue;
    if (lacksFolder(call.state, path)) status = 1;
    else if (node.kind === "absent") files.put(path, { kind: "file", content: EMPTY, isExecutable: false });
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
    const { path, node } = files.find(pathOfWord(call, word));
    if (node.kind === "absent" && (options.has("-c") || options.has("--no-create"))) continue;
    if (node.kind === "directory" || (node.kind !== "file" && lacksFolder(call.state, path))) status = 1;
    else
      files.put(path, {
        kind: "file",
        content: EMPTY,
        isExecutable: node.kind === "file" && node.isExecutable,
      });
  }
  return status;
}

/** `mktemp`: creates a file or, with `-d`, a folder with a unique name. */
export function runMakeTemporary(call: CommandCall, shell: Shell): Status {
  const { options, operands, values } = readArguments(call, ["-p", "--suffix"]);
  const { state } = call;
  const unknown = newUnknown(state, `mktemp ${placeOf(call.command, call)}`, {
    label: boundedLabel(`$(${call.words.map(({ value }) => value).join(" ")})`),
    what: "`mktemp`",
    origin: call.origin,
    distinct: true,
  });
  const template = operands[0];
  const text = (value: string): Value => textValue(value, call.origin);
  const name = template ? template.text : text("/tmp/tmp.XXXXXXXXXX");
  const known = knownText(name) ?? "";
  const start = known.search(/(?<!X)X{3,}(?!.*XXX)/);
  const inFolder = options.has("-t") || options.has("-p") || options.has("--tmpdir");
  const folder = values.get("-p") ?? values.get("--tmpdir");
  const prefix = start === -1 ? "/tmp/" : known.slice(0, start);
  const suffix = start === -1 ? "" : known.slice(start).replace(/^X+/, "");
  const path = joinValues([
    ...(inFolder ? (folder ? [folder.text, text("/")] : [text("/tmp/")]) : []),
    text(prefix),
    unknownValue(unknown),
    text(suffix + (values.get("--suffix")?.value ?? "")),
  ]);
  const place = state.files.find(pathOf(state, path)).path;
  if (!options.has("-u")) {
    if (options.has("-d") || options.has("--directory")) {
      state.files.put(place, { kind: "directory", rest: undefined, since: 0 });
    } else state.files.put(place, { kind: "file", content: EMPTY, isExecutable: false });
  }
  shell.print(call, valueContent(joinValues([path, text("\n")]), call.origin));
  return 0;
}

/** A path as a value; its unknown parts are those of `ShellState.unknowns`. */
export function valueOfPath(state: ShellState, path: string): Value {
  const place = { start: 0, end: 0 };
  return joinValues(
    path.split("\0").flatMap((part, index) => {
      if (index % 2 === 0) return part === "" ? [] : [textValue(part, place)];
      const unknown = state.unknowns.get(part);
      return unknown ? [unknownValue(unknown)] : [];
    }),
  );
}

/** `realpath` and `readlink`. */
export function runRealPath(call: CommandCall, shell: Shell): Status {
  const { operands, options } = readArguments(call, ["--relative-to", "--relative-base"]);
  const [operand] = operands;
  if (
    !operand ||
    operands.length > 1 ||
    [...options].some((option) => !/^(?:-[femsqz]|--canonicalize.*)$/.test(option))
  ) {
    printText(call, undefined, shell);
    return outputOf(call);
  }
  const { state } = call;
  const path = pathOfWord(call, operand);
  if (call.name === "readlink" && options.size === 0) {
    const { node } = state.files.findEntry(path);
    if (node.kind !== "link") {
      if (node.kind !== "unknown") return 1;
      shell.print(call, unknownContent(outputOf(call)));
      return outputOf(call);
    }
    printText(call, node.target.includes("\0") ? undefined : `${node.target}\n`, shell);
    return 0;
  }
  const found = state.files.find(path);
  // An unknown folder of the path may be a link.
  if (found.node.kind === "unknown" || isNowhere(found.path)) {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  shell.print(
    call,
    valueContent(joinValues([valueOfPath(state, found.path), textValue("\n", call.origin)]), call.origin),
  );
  return 0;
}

/** `ls`. Its status is known if the operands are; its output only for a single file. */
export function runList(call: CommandCall, shell: Shell): Status {
  const { operands, options, isUnsure } = readArguments(call);
  const { files } = call.state;
  const found = operands.map((word) => files.find(pathOfWord(call, word)).node.kind);
  if (isUnsure || found.includes("unknown")) {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  const isPlain = options.size === 0 && found.every((kind) => kind === "file") && operands.length === 1;
  const present = operands.filter((_, index) => found[index] !== "absent");
  if (present.length > 0 || operands.length === 0)
    printText(call, isPlain ? `${present[0]?.value ?? ""}\n` : undefined, shell);
  return found.includes("absent") ? 2 : 0;
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
