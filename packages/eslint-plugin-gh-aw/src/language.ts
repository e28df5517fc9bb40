import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { headerEnd, needsParsing, parseWorkflow, positionAt, readingProblem } from "@gh-aw-lint/core";
import { languageBase, textOf } from "./language-base.js";
import { programOf, type Program } from "./program.js";
import { WorkflowSourceCode } from "./source-code.js";

type WorkflowLanguage = Language<{
  LangOptions: Record<string, unknown>;
  Code: WorkflowSourceCode;
  RootNode: Program;
  Node: Program;
}>;

/** The language for lock files. Reports why GitHub cannot read a file as a parse error. */
export const workflowLanguage: WorkflowLanguage = {
  ...languageBase,

  parse(file): ParseResult<Program> {
    const text = textOf(file);
    if (!needsParsing(text)) return { ok: true, ast: programOf(text, false) };
    const workflow = parseWorkflow(text);
    const problem = readingProblem(workflow);
    if (!problem) return { ok: true, ast: programOf(text, workflow) };
    const { message, offset } = problem;
    return { ok: false, errors: [{ message, ...positionAt(text, offset) }] };
  },

  createSourceCode(file: File, { ast }: OkParseResult<Program>) {
    const text = textOf(file);
    // Scripts that are not parsed have unknown locations, so only the comments at the top are recognized.
    const commentsEnd = ast.workflow ? text.length : headerEnd(text);
    return new WorkflowSourceCode({ text, ast, hasBOM: file.bom, commentsEnd });
  },
};
