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
  const spans: CommandSpan[] = [];

  /** Adds the commands in `node`; returns the end of the node, here-documents included, and their bodies. */
  function add(node: SyntaxNode): { readonly end: number; readonly hereDocuments: readonly Span[] } {
    // Positions inside backticks with escapes refer to the unescaped text.
    if (node.type === "Script" && node.source !== undefined) return { end: node.end, hereDocuments: [] };
    const index = spans.length;
    const isCommand = COMMANDS.has(node.type);
    const isSimple = SIMPLE.has(node.type);
    if (isCommand) spans.push({ span: { start: 0, end: 0 }, isSimple, hereDocuments: [] });
    let { end } = node;
    const hereDocuments: Span[] = node.type === "HereDocBody" ? [spanInFile(script, node.pos, node.end)] : [];
    forEachChild(node, (child) => {
      const inner = add(child);
      end = Math.max(end, inner.end);
      hereDocuments.push(...inner.hereDocuments);
    });
    if (isCommand) spans[index] = { span: spanInFile(script, node.pos, end), isSimple, hereDocuments };
    return { end, hereDocuments };
  }

  if (errors.length === 0) for (const statement of commands) add(statement);
  return spans;
}
