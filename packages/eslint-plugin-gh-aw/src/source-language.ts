import type { File, Language, OkParseResult, ParseResult } from "@eslint/core";
import { findFrontMatter } from "@gh-aw-lint/core";
import { languageBase, textOf } from "./language-base.js";
import { programOf, type Program } from "./program.js";
import { WorkflowSourceCode } from "./source-code.js";

type SourceLanguage = Language<{
  LangOptions: Record<string, unknown>;
  Code: WorkflowSourceCode;
  RootNode: Program;
  Node: Program;
}>;

/** The language for the Markdown that gh-aw compiles. It reads only the front matter. */
export const sourceLanguage: SourceLanguage = {
  ...languageBase,

  parse(file): ParseResult<Program> {
    return { ok: true, ast: programOf(textOf(file), false) };
  },

  createSourceCode(file: File, { ast }: OkParseResult<Program>) {
    const text = textOf(file);
    const frontMatter = findFrontMatter(text);
    const commentsEnd = typeof frontMatter === "object" ? frontMatter.span.end : 0;
    return new WorkflowSourceCode({ text, ast, hasBOM: file.bom, commentsEnd });
  },
};
