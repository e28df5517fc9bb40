import type { Pipeline, Word } from "unbash";
import { unknownAt, type Context, type Node } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import type { FileNode } from "../files/node.js";
import { folderOf } from "../files/path.js";
import { pathOf } from "../programs/paths.js";
import { leavingOf } from "../state/control-flow.js";

/** Whether it is known that a part of a pipeline can open its files. */
export type Opening =
  | "known"
  /** Another part put a link or a folder there: a failure of the part is not certain. */
  | "unknownIfFailed"
  /** Another part created or removed the folder of one. */
  | "unknown";

/** The files that parts of a pipeline open. */
export interface OpenedFiles {
  /** Before a part runs: what it opens is what it was. */
  readonly release: (part: number) => Opening;
  /** When all parts ran. */
  readonly finish: () => void;
}

const NONE: OpenedFiles = { release: () => "known", finish: () => undefined };

type Part = Pipeline["commands"][number];

/**
 * The parts of a pipeline run at the same time: `sed ... file | tee file` may read `file` before or after `tee` empties
 * it. Such a file is unknown until the part that opens it runs. Returns a function to call before each part runs.
 */
export function holdOpenedFiles(parts: readonly Part[], pipeline: Node, context: Context): OpenedFiles {
  const { files } = context.state;
  let readsBefore = false;
  const held = new Map<string, { readonly part: number; readonly node: FileNode }>();
  /** All that may be opened before or after another part creates or removes its folder. */
  const opened: { readonly part: number; readonly path: string; readonly wasInFolder: boolean }[] = [];
  for (const [part, command] of parts.entries()) {
    if (part === 0) continue;
    readsBefore ||= mayRead(parts[part - 1]);
    for (const word of openedBy(command)) {
      // An expansion that would end the part must not end the script.
      leavingOf(() => {
        const { path, node } = files.find(pathOf(context.state, valueOf(word, context)));
        const folder = folderNode(context, path).kind;
        if (readsBefore && folder !== "unknown")
          opened.push({ part, path, wasInFolder: folder === "directory" });
        const isHeld =
          node.kind === "file" ||
          node.kind === "unknown" ||
          (node.kind === "absent" && readsBefore && folder === "directory");
        if (isHeld && !held.has(path)) held.set(path, { part, node });
      });
    }
  }
  if (held.size === 0 && opened.length === 0) return NONE;
  const unknown = unknownAt(pipeline, context, "a pipeline that reads and writes a file");
  const put = (path: string, node: FileNode): void => {
    // To put a node creates its folders, of which nothing is known if the file is not.
    if (node.kind === "unknown") files.taint(path, node.unknown);
    else files.put(path, node);
  };
  for (const path of held.keys()) files.taint(path, unknown);
  /** Those that another part changed meanwhile: which of the two came first is not known. */
  const changed = new Set<string>();
  return {
    release(next) {
      let opening: Opening = "known";
      for (const [path, { part, node }] of held) {
        if (part !== next) continue;
        const now = files.findEntry(path).node;
        if (now.kind === "unknown" && now.unknown === unknown) put(path, node);
        else changed.add(path);
        if (now.kind === "link" || now.kind === "directory") opening = "unknownIfFailed";
      }
      for (const { part, path, wasInFolder } of opened) {
        if (part !== next) continue;
        const { kind } = folderNode(context, path);
        if (kind === "unknown" || (kind === "directory") === wasInFolder) continue;
        opening = "unknown";
        changed.add(path);
      }
      return opening;
    },
    finish() {
      for (const path of changed) {
        files.taint(files.find(path).path, unknown);
        files.taint(path, unknown);
      }
    },
  };
}

/** Whether a part of a pipeline may look at a file: most only print. */
function mayRead(part: Part | undefined): boolean {
  if (part?.type !== "Command" || !/^(?:echo|printf)$/.test(part.name?.value ?? "")) return true;
  return part.args.some(({ text }) => /`|[$<]\(/.test(text));
}

function folderNode({ state: { files } }: Context, path: string): FileNode {
  return files.find(folderOf(path)).node;
}

/** The words that name the files that a command opens for writing, without words whose expansion has effects. */
function openedBy(command: Part): readonly Word[] {
  const redirections = "redirects" in command ? command.redirects : [];
  const targets = redirections.flatMap((redirection) =>
    "target" in redirection && redirection.target && /^(?:&?>>?|>\||<>)$/.test(redirection.operator)
      ? [redirection.target]
      : [],
  );
  const isTee = command.type === "Command" && command.name?.value === "tee";
  const operands = isTee
    ? command.args.flatMap((word) => (word.type === "Word" && !word.text.startsWith("-") ? [word] : []))
    : [];
  const hasEffects = ({ text }: Word): boolean => /`|[$<>]\(|\$\{[^}]*=/.test(text.replaceAll("$(pwd)", ""));
  return [...targets, ...operands].filter((word) => !hasEffects(word));
}
