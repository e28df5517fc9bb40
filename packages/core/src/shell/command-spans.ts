import { forEachChild, parse, type SyntaxNode } from "unbash";
import { spanInFile, type MappedText, type Span } from "../text/index.js";

/** Where a command and the bodies of its here-documents stand in the file. */
export interface CommandSpan {
  readonly span: Span;
  /** Whether no comment may stand within it: a simple command, or `[[ ... ]]`. */
  readonly isSimple: boolean;
  /** The bodies of here-documents in it, in which a `#` at the start of a line is text. */
  readonly hereDocuments: readonly Span[];
}

/** The nodes that are commands, before which Bash allows a line with a comment. */
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

/** All commands of a script, outer ones before those in them; none of a script that Bash cannot parse. */
export function commandSpans(script: MappedText): readonly CommandSpan[] {
  // GitHub puts expressions in before Bash reads the script; here only places count.
  const { commands, errors = [] } = parse(
    script.text.replace(/\$\{\{[^}]*\}\}/g, (part) => "x".repeat(part.length)),
  );
  const spans: CommandSpan[] = [];

  /** Adds the commands in `node`; what it returns is where the node's text and its here-documents end. */
  function add(node: SyntaxNode): { readonly end: number; readonly hereDocuments: readonly Span[] } {
    // The positions in backticks with escapes are those of another text.
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
