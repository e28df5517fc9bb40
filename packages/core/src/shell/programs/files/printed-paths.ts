import type { CommandCall, Shell } from "../../command-call.js";
import { unknownContent, valueContent } from "../../files/content.js";
import { isHardLink, isSymbolicLink } from "../../files/node.js";
import { isNowhere } from "../../files/path.js";
import type { ShellState } from "../../state/shell-state.js";
import { lacksFolder } from "../../state/presence.js";
import type { Status } from "../../state/status.js";
import { joinValues, textValue, unknownValue, type Value } from "../../values/value.js";
import { readArguments } from "../options.js";
import { outputOf, printText } from "../output.js";
import { findEntryOf, namesFolder, pathOfWord } from "../paths.js";

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
    const { node } = findEntryOf(state, operand.text);
    if (!isSymbolicLink(node)) {
      if (node.kind !== "unknown") return 1;
      shell.print(call, unknownContent(outputOf(call)));
      return outputOf(call);
    }
    printText(call, node.target.includes("\0") ? undefined : `${node.target}\n`, shell);
    return 0;
  }
  const entry = state.files.findEntry(path);
  const found = isHardLink(entry.node) ? entry : state.files.find(path);
  const needsFile = options.has("-e") || options.has("--canonicalize-existing");
  const needsFolder = !options.has("-m") && !options.has("--canonicalize-missing");
  if (needsFolder && isNowhere(path) && namesFolder(operand.text)) return 1;
  // An unknown folder of the path may be a link.
  if (found.node.kind === "unknown" || isNowhere(found.path)) {
    shell.print(call, unknownContent(outputOf(call)));
    return outputOf(call);
  }
  if (found.node.kind === "absent" && (needsFile || (needsFolder && lacksFolder(state, found.path))))
    return 1;
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
