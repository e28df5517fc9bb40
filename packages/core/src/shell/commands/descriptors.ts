import type { Span } from "../../text/index.js";
import { appendContent, EMPTY, unknownContent, type Content } from "../files/content.js";
import { nodeSignature, type FileNode } from "../files/node.js";
import type { Descriptor, ShellState } from "../state/shell-state.js";
import { boundedId, boundedLabel } from "../values/bounded-names.js";

/** The target of a descriptor. The runner gives a script no input, and logs its output. */
export function descriptorOf(state: ShellState, number: number): Descriptor {
  return state.descriptors.get(String(number)) ?? { kind: number <= 2 ? "terminal" : "nothing" };
}

/** The number of the descriptor that a path such as `/dev/stdin` stands for. */
export function descriptorNumber(path: string): number | undefined {
  const name = /^\/dev\/(stdin|stdout|stderr)$/.exec(path)?.[1];
  if (name !== undefined) return ["stdin", "stdout", "stderr"].indexOf(name);
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Writes to a descriptor's target. */
export function writeDescriptor(state: ShellState, number: number, content: Content, origin: Span): void {
  if (content.length === 0) return;
  const descriptor = descriptorOf(state, number);
  switch (descriptor.kind) {
    case "nothing":
    case "terminal":
    case "input":
      return;
    case "buffer":
      state.buffers.set(descriptor.id, appendContent(state.buffers.get(descriptor.id) ?? EMPTY, content));
      return;
    case "file":
      writeFile(state, descriptor, content, origin);
  }
}

function writeFile(
  state: ShellState,
  { path, isAppending, id }: Extract<Descriptor, { kind: "file" }>,
  content: Content,
  origin: Span,
): void {
  const { node } = state.files.findEntry(path);
  if (node.kind === "unknown" || node.kind === "absent") return;
  const expected = state.openFiles.get(id);
  const isSame = (): boolean =>
    node === expected || (expected !== undefined && nodeSignature(expected) === nodeSignature(node));
  // This descriptor overwrites, from its own offset, what others have written to the file meanwhile.
  const next: FileNode =
    node.kind === "file" && (isAppending || isSame())
      ? { kind: "file", content: appendContent(node.content, content), isExecutable: node.isExecutable }
      : {
          kind: "file",
          content: unknownContent({
            id: boundedId(`several commands ${path}`),
            label: boundedLabel(path),
            what: "the order of commands that write the file at the same time",
            origin,
          }),
          isExecutable: false,
        };
  state.files.put(path, next);
  state.openFiles.set(id, next);
}

/** The unread rest of a descriptor; `undefined` if it is not known. */
export function readDescriptor(state: ShellState, number: number): Content | undefined {
  const descriptor = descriptorOf(state, number);
  switch (descriptor.kind) {
    case "nothing":
      return EMPTY;
    case "input": {
      const content = state.inputs.get(descriptor.id);
      state.inputs.set(descriptor.id, EMPTY);
      return content;
    }
    default:
      return undefined;
  }
}

/** Returns input that was read but not used. */
export function unread(state: ShellState, number: number, content: Content): void {
  const descriptor = descriptorOf(state, number);
  if (descriptor.kind === "input") state.inputs.set(descriptor.id, content);
}
