import type { Redirection } from "unbash";
import { type Context, type Node, originOf, placeOf, unknownAt } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import { type Content, EMPTY, unknownContent } from "../files/content.js";
import type { FileNode } from "../files/node.js";
import { findWritten, pathOf } from "../programs/paths.js";
import { ControlFlow } from "../state/control-flow.js";
import { assignVariable } from "../state/assignment.js";
import { isThere, lacksFolder } from "../state/presence.js";
import { type Descriptor, isOn, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { displayOf, knownText, textValue, type Value } from "../values/value.js";
import { descriptorNumber, descriptorOf } from "./descriptors.js";
import { hereDocument, hereString } from "./here-documents.js";
import { fileSource } from "../values/source-words.js";

/**
 * Runs a command with its redirections, and restores the descriptors afterwards. `undefined` if a redirection fails, so
 * that the command does not run. The redirections of an external command (`isExternal`) belong to its own process: an
 * error in them ends that process, not the shell.
 */
export function withRedirections(
  redirections: readonly Redirection[],
  context: Context,
  node: Node,
  run: () => Status,
  isExternal = false,
): Status | undefined {
  if (redirections.length === 0) return run();
  const { state } = context;
  const before = new Map<string, Descriptor | undefined>();
  const opened = openOrEnd(isExternal, () => openAll(redirections, context, node, before));
  try {
    return opened ? run() : undefined;
  } finally {
    const left = [...before.keys()].map((number) => state.descriptors.get(number));
    for (const [number, descriptor] of before) state.descriptors.set(number, descriptor);
    for (const descriptor of left) forgetClosed(state, descriptor);
  }
}

function openOrEnd(isExternal: boolean, open: () => boolean): boolean {
  try {
    return open();
  } catch (error) {
    if (isExternal && error instanceof ControlFlow) return false;
    throw error;
  }
}

/** Applies the redirections of `exec`, which stay; `false` if one fails. */
export function redirectForGood(redirections: readonly Redirection[], context: Context, node: Node): boolean {
  return openAll(redirections, context, node, new Map());
}

/** Drops the content behind a closed descriptor, so that it does not keep two ways apart. */
function forgetClosed(state: ShellState, descriptor: Descriptor | undefined): void {
  if (!descriptor || !("id" in descriptor)) return;
  const isUsed = state.descriptors.keys().some((number) => {
    const other = state.descriptors.get(number);
    return other !== undefined && "id" in other && other.id === descriptor.id;
  });
  if (isUsed || descriptor.kind === "buffer") return;
  state.inputs.set(descriptor.id, undefined);
  state.openFiles.set(descriptor.id, undefined);
}

function openAll(
  redirections: readonly Redirection[],
  context: Context,
  node: Node,
  before: Map<string, Descriptor | undefined>,
): boolean {
  const { state } = context;
  const set = (number: number, descriptor: Descriptor | undefined): void => {
    const key = String(number);
    if (!before.has(key)) before.set(key, state.descriptors.get(key));
    state.descriptors.set(key, descriptor);
  };
  for (const redirection of redirections) {
    const id = placeOf(redirection, context);
    const number = numberOf(redirection, context);
    if (redirection.type === "HereDoc" || redirection.type === "HereString") {
      const value =
        redirection.type === "HereDoc"
          ? hereDocument(redirection, context)
          : hereString(redirection, context);
      if (!value) return false;
      // An empty here-document is kept, too: a fix can insert text there.
      state.inputs.set(id, [{ kind: "known", expanded: value, origin: originOf(node, context) }]);
      set(number ?? 0, { kind: "input", id });
      continue;
    }
    if (!redirection.target) continue;
    const target = valueOf(redirection.target, context);
    const name = knownText(target);
    const { operator } = redirection;
    if (operator === ">&" || operator === "<&") {
      const duplicated = name !== undefined && /^(\d+)-?$|^-$/.exec(name);
      if (duplicated) {
        const from = duplicated[1];
        const to = number ?? (operator === ">&" ? 1 : 0);
        if (from === undefined) set(to, isStandard(to) ? { kind: "nothing" } : undefined);
        // Duplicating a closed descriptor is an error.
        else if (!isStandard(Number(from)) && !state.descriptors.get(from)) return false;
        else set(to, descriptorOf(state, Number(from)));
        continue;
      }
    }
    const isInput = operator === "<" || operator === "<&";
    const descriptor = isInput
      ? openInput(target, id, context, node)
      : openOutput(target, operator, id, context, node);
    if (!descriptor) return false;
    set(number ?? (isInput || operator === "<>" ? 0 : 1), descriptor);
    if (operator === "&>" || operator === "&>>" || (operator === ">&" && number === undefined))
      set(2, descriptor);
  }
  return true;
}

/** Whether a descriptor is open when a script starts. */
function isStandard(number: number): boolean {
  return number <= 2;
}

function numberOf({ descriptor }: Redirection, { state }: Context): number | undefined {
  if (descriptor?.type !== "FileDescriptorVariable") return descriptor?.value;
  let number = 10;
  while (state.descriptors.get(String(number))) number++;
  assignVariable(state, descriptor.name, textValue(String(number), { start: 0, end: 0 }));
  return number;
}

/** Opens a file for reading; `undefined` if it does not exist. */
function openInput(target: Value, id: string, context: Context, node: Node): Descriptor | undefined {
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

function openOutput(
  target: Value,
  operator: string,
  id: string,
  context: Context,
  node: Node,
): Descriptor | undefined {
  const { state } = context;
  const name = knownText(target);
  const special = name === undefined ? undefined : specialFile(state, name);
  if (special) {
    // Opening the file of a descriptor again may empty it, and writes from an offset of its own.
    if (special.kind === "file" && !operator.endsWith(">>"))
      state.files.taint(special.path, unknownAt(node, context, fileSource(name ?? displayOf(target))));
    return special;
  }
  const found = findWritten(state, target);
  const { path, node: there } = found;
  const isAppending = operator === ">>" || operator === "&>>";
  if (there.kind === "directory") return undefined;
  if ((there.kind === "absent" || there.kind === "unknown") && lacksFolder(state, path)) return undefined;
  if (operator === ">" && isOn(state, "noclobber") && isThere(state, found)) return undefined;
  const isExecutable = there.kind === "file" && there.isExecutable;
  const keeps = isAppending || operator === "<>";
  const opened: FileNode =
    keeps && there.kind === "file"
      ? there
      : keeps && there.kind === "unknown"
        ? {
            kind: "file",
            content: unknownContent({
              ...unknownAt(node, context, fileSource(name ?? displayOf(target))),
              origin: there.unknown.origin,
            }),
            isExecutable: false,
          }
        : { kind: "file", content: EMPTY, isExecutable };
  state.files.put(path, opened);
  // `<>` overwrites from the start of the file: what is left of its content is not followed.
  const overwrites = operator === "<>" && opened.content.length > 0;
  state.openFiles.set(id, overwrites ? undefined : opened);
  return { kind: "file", path, isAppending, id };
}
