import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { parseWorkflow } from "@gh-aw-lint/core";
import { programOf, type Program } from "./program.js";
import { WorkflowSourceCode } from "./source-code.js";

type WorkflowLanguage = Language<{
  LangOptions: Record<string, unknown>;
  Code: WorkflowSourceCode;
  RootNode: Program;
  Node: Program;
}>;

export const workflowLanguage: WorkflowLanguage = {
  fileType: "text",
  lineStart: 1,
  columnStart: 0,
  nodeTypeKey: "type",
  visitorKeys: { Program: [] },

  // Options that a configuration without `files` sets for JavaScript arrive here, too.
  validateLanguageOptions: () => undefined,
  normalizeLanguageOptions: (options) => ({ ecmaVersion: "latest", parserOptions: {}, ...options }),

  parse(file): ParseResult<Program> {
    const workflow = parseWorkflow(textOf(file));
    if (workflow.problems.length === 0) return { ok: true, ast: programOf(workflow) };
    return {
      ok: false,
      // What follows the first error is seldom more than its echo.
      errors: workflow.problems.slice(0, 1).map(({ message, offset }) => ({
        message,
        ...positionOf(workflow.text, offset),
      })),
    };
  },

  createSourceCode(file: File, { ast }: OkParseResult<Program>) {
    return new WorkflowSourceCode({ text: textOf(file), ast, hasBOM: file.bom });
  },
};

function textOf({ body }: File): string {
  if (typeof body !== "string") throw new TypeError("ESLint reads files of this language as text.");
  return body;
}

/** Line and column as an editor shows them, from 1. */
function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
