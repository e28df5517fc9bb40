import { type Context, type Node, unknownAt } from "../context.js";
import { type Content, EMPTY, unknownContent } from "../files/content.js";
import type { FileNode } from "../files/node.js";
import { findWritten, pathOf } from "../programs/paths.js";
import { isThere, cannotCreate } from "../state/presence.js";
import { type Descriptor, isOn, type ShellState } from "../state/shell-state.js";
import { fileSource } from "../values/source-words.js";
import { displayOf, knownText, type Unknown, type Value } from "../values/value.js";
import { descriptorNumber, descriptorOf } from "./descriptors.js";

/** Opens a file for reading; `undefined` if it does not exist. */
export function openInput(target: Value, id: string, context: Context, node: Node): Descriptor | undefined {
  const { state } = context;
  const name = knownText(target);
  const special = name === undefined ? undefined : specialFile(state, name);
  if (special) return special;
  const found = state.files.find(pathOf(state, target));
  if (found.node.kind === "directory" || !isThere(state, found)) return undefined;
  state.inputs.set(id, contentOf(found.node, context, node, name ?? displayOf(target)));
  return { kind: "input", id, path: found.path };
}

function contentOf(file: FileNode, context: Context, node: Node, name: string): Content {
  if (file.kind === "file") return file.content;
  return unknownContent(unknownAt(node, context, fileSource(name)));
}

/** The descriptor of a device such as `/dev/null`. */
function specialFile(state: ShellState, name: string): Descriptor | undefined {
  const number = descriptorNumber(name);
  if (number !== undefined) return descriptorOf(state, number);
  if (name === "/dev/null") return { kind: "nothing" };
  return name.startsWith("/dev/") && !name.startsWith("/dev/fd/process-") ? { kind: "terminal" } : undefined;
}

/** Opens a file for a redirection that writes; `undefined` if that fails, as for a directory. */
export function openOutput(
  target: Value,
  operator: string,
  id: string,
  context: Context,
  node: Node,
): Descriptor | undefined {
  const { state } = context;
  const name = knownText(target);
  const unknown = (): Unknown => unknownAt(node, context, fileSource(name ?? displayOf(target)));
  const special = name === undefined ? undefined : specialFile(state, name);
  if (special) {
    // Opening the file of a descriptor again may empty it, and writes from an offset of its own.
    if (special.kind === "file" && !operator.endsWith(">>")) state.files.taint(special.path, unknown());
    return special;
  }
  const found = findWritten(state, target);
  const { path, node: there } = found;
  const isAppending = operator === ">>" || operator === "&>>";
  if (there.kind === "directory") return undefined;
  if ((there.kind === "absent" || there.kind === "unknown") && cannotCreate(state, path)) return undefined;
  if (operator === ">" && isOn(state, "noclobber") && isThere(state, found)) return undefined;
  const keeps = isAppending || operator === "<>";
  const opened = keeps ? keptFile(there, unknown) : emptied(there);
  state.files.put(path, opened);
  // `<>` overwrites from the start of the file: what is left of its content is not followed.
  const overwrites = operator === "<>" && opened.content.length > 0;
  state.openFiles.set(id, overwrites ? undefined : opened);
  return { kind: "file", path, isAppending, id };
}

/** The file that is written to without emptying it. */
function keptFile(there: FileNode, unknown: () => Unknown): Extract<FileNode, { kind: "file" }> {
  if (there.kind === "file") return there;
  if (there.kind !== "unknown") return emptied(there);
  const content = unknownContent({ ...unknown(), origin: there.unknown.origin });
  return { kind: "file", content, isExecutable: false };
}

function emptied(there: FileNode): Extract<FileNode, { kind: "file" }> {
  return { kind: "file", content: EMPTY, isExecutable: there.kind === "file" && there.isExecutable };
}
