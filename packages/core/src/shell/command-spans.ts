import { forEachChild, parse, type SyntaxNode } from "unbash";
import { spanInFile, type MappedText, type Span } from "../text/index.js";

/** The spans of a command and of its here-documents' bodies in the file. */
export interface CommandSpan {
  readonly span: Span;
  /** Whether it cannot contain a comment, like a simple command or `[[ ... ]]`. */
  readonly isSimple: boolean;
  /** The bodies of its here-documents, where a `#` at the start of a line is text. */
  readonly hereDocuments: readonly Span[];
}

/** The types of nodes that are commands; Bash allows a comment line before a command. */
const COMMANDS: ReadonlySet<SyntaxNode["type"]> = new Set([
  "Statement",
  "Command",
  "Redirected",
  "Pipeline",
  "AndOr",
  "If",
  "For",
  "ArithmeticFor",
  "While",
  "Select",
  "Case",
  "Function",
  "Subshell",
  "BraceGroup",
  "TestCommand",
  "ArithmeticCommand",
  "Coproc",
]);

const SIMPLE: ReadonlySet<SyntaxNode["type"]> = new Set(["Command", "TestCommand", "ArithmeticCommand"]);

/** All commands of a script, outer ones before inner ones; none if Bash cannot parse the script. */
export function commandSpans(script: MappedText): readonly CommandSpan[] {
  // GitHub replaces expressions before Bash reads the script; only the offsets matter here.
  const { commands, errors = [] } = parse(
    script.text.replace(/\$\{\{[^}]*\}\}/g, (part) => "x".repeat(part.length)),
  );
  if (errors.length > 0) return [];
  const visited = commands.flatMap(nodesOf);
  // Inner nodes come after outer ones.
  for (const { end, parent } of visited.toReversed()) if (parent) parent.end = Math.max(parent.end, end);
  for (const inner of visited) {
    if (inner.node.type !== "HereDocBody") continue;
    const body = spanInFile(script, inner.node.pos, inner.node.end);
    for (let outer: Visited | undefined = inner; outer; outer = outer.parent) outer.hereDocuments.push(body);
  }
  return visited
    .filter(({ node }) => COMMANDS.has(node.type))
    .map(({ node, end, hereDocuments }) => ({
      span: spanInFile(script, node.pos, end),
      isSimple: SIMPLE.has(node.type),
      hereDocuments,
    }));
}

interface Visited {
  readonly node: SyntaxNode;
  readonly parent: Visited | undefined;
  /** The end of the node, and at last that of its here-documents. */
  end: number;
  readonly hereDocuments: Span[];
}

/** A node and all nodes in it, outer ones before inner ones. Not recursive: sums are nested as deep as they are long. */
function nodesOf(root: SyntaxNode): readonly Visited[] {
  const visited: Visited[] = [];
  const pending: Visited[] = [{ node: root, parent: undefined, end: root.end, hereDocuments: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    visited.push(next);
    const { node } = next;
    // Positions inside backticks with escapes refer to the unescaped text.
    if (node.type === "Script" && node.source !== undefined) continue;
    const parent = next;
    const children: Visited[] = [];
    forEachChild(node, (child) => {
      children.push({ node: child, parent, end: child.end, hereDocuments: [] });
    });
    // Before what follows the node.
    for (const child of children.toReversed()) pending.push(child);
  }
  return visited;
}
