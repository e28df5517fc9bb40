import type { Pipeline, Word } from "unbash";
import { unknownAt, type Context, type Node } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import type { FileNode } from "../files/node.js";
import { pathOf } from "../programs/paths.js";
import { leavingOf } from "../state/control-flow.js";

type Part = Pipeline["commands"][number];

/**
 * The parts of a pipeline run at the same time: `sed ... file | tee file` may read `file` before or after `tee` empties
 * it. Such a file is unknown until the part that opens it runs. Returns a function to call before each part runs.
 */
export function holdOpenedFiles(
  parts: readonly Part[],
  pipeline: Node,
  context: Context,
): (part: number) => void {
  const { files } = context.state;
  const held = new Map<string, { readonly part: number; readonly node: FileNode }>();
  for (const [part, command] of parts.entries()) {
    if (part === 0) continue;
    for (const word of openedBy(command)) {
      // An expansion that would end the part must not end the script.
      leavingOf(() => {
        const { path, node } = files.find(pathOf(context.state, valueOf(word, context)));
        if (node.kind === "file" && !held.has(path)) held.set(path, { part, node });
      });
    }
  }
  if (held.size === 0) return () => undefined;
  const unknown = unknownAt(pipeline, context, "a pipeline that reads and writes a file");
  const during: FileNode = { kind: "unknown", unknown };
  for (const path of held.keys()) files.put(path, during);
  return (next) => {
    for (const [path, { part, node }] of held)
      if (part === next && files.findEntry(path).node === during) files.put(path, node);
  };
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
  return [...targets, ...operands].filter(({ text }) => !/`|[$<>]\(|\$\{[^}]*=/.test(text));
}
