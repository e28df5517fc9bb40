import { boundedLabel } from "../values/bounded-names.js";
import type { Unknown } from "../values/value.js";
import { contentSignature, type Content } from "./content.js";

/** The content of a path. */
export type FileNode =
  | { readonly kind: "file"; readonly content: Content; readonly isExecutable: boolean }
  /** `rest` stands for what it may hold besides recorded paths; `undefined` if nothing. */
  | { readonly kind: "directory"; readonly rest: Unknown | undefined; readonly since: number }
  | SymbolicLink
  | HardLink
  | { readonly kind: "absent"; readonly since: number }
  /** A file, a directory or nothing. */
  | { readonly kind: "unknown"; readonly unknown: Unknown };

interface SymbolicLink {
  readonly kind: "link";
  readonly target: string;
  readonly isHard?: never;
}

/** Another name of the file at `target`. Most programs treat it like a symbolic link: both lead to that file. */
interface HardLink {
  readonly kind: "link";
  readonly target: string;
  readonly isHard: true;
}

/** Whether a node is a symbolic link. */
export function isSymbolicLink(node: FileNode): node is SymbolicLink {
  return node.kind === "link" && node.isHard !== true;
}

/** Whether a node is another name of a file, as `ln` without `-s` makes it. */
export function isHardLink(node: FileNode): node is HardLink {
  return node.kind === "link" && node.isHard === true;
}

/** A text that is equal for equal nodes. `since` does not count: it only orders events. */
export function nodeSignature(node: FileNode): string {
  switch (node.kind) {
    case "file":
      return `file ${String(node.isExecutable)} ${contentSignature(node.content)}`;
    case "directory":
      return `directory ${node.rest?.id ?? ""}`;
    case "link":
      return `${node.isHard ? "hard " : ""}link ${node.target}`;
    case "absent":
      return "absent";
    case "unknown":
      return `unknown ${node.unknown.id}`;
  }
}

/** The node at a path where several ways of a script leave different nodes. */
export function joinNodes(nodes: readonly (FileNode | undefined)[], path: string, id: string): FileNode {
  const unknown: Unknown = {
    id,
    label: boundedLabel(path),
    what: "a chain of conditions",
    origin: originOf(nodes),
  };
  const files = nodes.filter((node) => node?.kind === "file");
  if (files.length === nodes.length)
    return {
      kind: "file",
      content: [{ kind: "unknown", what: unknown.what, origin: unknown.origin, unknown }],
      isExecutable: files.every((file) => file.isExecutable),
    };
  if (nodes.every((node) => node?.kind === "directory"))
    return { kind: "directory", rest: unknown, since: 0 };
  return { kind: "unknown", unknown };
}

/**
 * One node for two, if one is unknown and the other holds no known text; otherwise `undefined`. A link stays apart: what is
 * written to it changes another file.
 */
export function absorbNode(
  one: FileNode | undefined,
  other: FileNode | undefined,
  id: string,
): FileNode | undefined {
  if (holdsText(one) || holdsText(other) || one?.kind === "link" || other?.kind === "link") return undefined;
  const found = unknownOf(one) ?? unknownOf(other);
  if (!found) return undefined;
  const unknown: Unknown = { ...found, id };
  if (one?.kind !== "file" || other?.kind !== "file") return { kind: "unknown", unknown };
  return {
    kind: "file",
    content: [{ kind: "unknown", what: unknown.what, origin: unknown.origin, unknown }],
    isExecutable: one.isExecutable && other.isExecutable,
  };
}

function holdsText(node: FileNode | undefined): boolean {
  return node?.kind === "file" && node.content.some(({ kind }) => kind === "known");
}

function unknownOf(node: FileNode | undefined): Unknown | undefined {
  if (node?.kind === "unknown") return node.unknown;
  const part = node?.kind === "file" ? node.content[0] : undefined;
  return part?.kind === "unknown" ? part.unknown : undefined;
}

function originOf(nodes: readonly (FileNode | undefined)[]): Unknown["origin"] {
  for (const node of nodes) {
    if (node?.kind === "file" && node.content[0]) return node.content[0].origin;
    if (node?.kind === "unknown") return node.unknown.origin;
  }
  return { start: 0, end: 0 };
}
