import type { FileProblem, RulesConfig, SourceLocation, TraversalStep } from "@eslint/core";
import { CallMethodStep, ConfigCommentParser, VisitNodeStep, type Directive } from "@eslint/plugin-kit";
import { linesBelowComment } from "@gh-aw-lint/core";
import { findDirectiveComments, type DirectiveComment } from "./find-directive-comments.js";
import { disableDirectives } from "./disable-directives.js";
import { EmptyProgramSourceCode } from "./empty-program.js";
import type { Program } from "./program.js";
import { scriptBodies } from "./script-bodies.js";

const parser = new ConfigCommentParser();

/** The arguments of the constructor. */
interface Parts {
  readonly text: string;
  readonly ast: Program;
  readonly hasBOM: boolean;
  /** After this offset, a `#` can be anything, and does not start a directive. */
  readonly commentsEnd: number;
}

/** ESLint's source code object for lock files and their sources: one node, and directive comments. */
export class WorkflowSourceCode extends EmptyProgramSourceCode {
  readonly hasBOM: boolean;
  readonly #commentsEnd: number;
  #comments: DirectiveComment[] | undefined;

  constructor({ text, ast, hasBOM, commentsEnd }: Parts) {
    super({ text, ast });
    this.hasBOM = hasBOM;
    this.#commentsEnd = commentsEnd;
  }

  override traverse(): TraversalStep[] {
    const program = this.ast;
    return [
      new CallMethodStep({ target: "onCodePathStart", args: [{}, program] }),
      new VisitNodeStep({ target: program, phase: 1, args: [program] }),
      new VisitNodeStep({ target: program, phase: 2, args: [program] }),
      new CallMethodStep({ target: "onCodePathEnd", args: [{}, program] }),
    ];
  }

  override getParent(): undefined {
    return undefined;
  }

  getInlineConfigNodes(): DirectiveComment[] {
    return (this.#comments ??= findDirectiveComments(this.text.slice(0, this.#commentsEnd), () =>
      scriptBodies(this.text, this.ast.workflow),
    ).map(({ start, end }) => ({
      type: "Comment",
      value: this.text.slice(start + 1, end),
      range: [start, end],
      loc: { start: this.#locate(start), end: this.#locate(end) },
    })));
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = disableDirectives(
      this.text,
      this.getInlineConfigNodes(),
      (lineStart) => (this.ast.workflow ? linesBelowComment(this.ast.workflow, lineStart) : undefined),
      this.#locate,
    );
    return { directives, problems: [] };
  }

  applyInlineConfig(): {
    configs: { config: { rules: RulesConfig }; loc: SourceLocation }[];
    problems: FileProblem[];
  } {
    const configs: { config: { rules: RulesConfig }; loc: SourceLocation }[] = [];
    const problems: FileProblem[] = [];
    for (const { value, loc } of this.getInlineConfigNodes()) {
      const directive = parser.parseDirective(value);
      if (directive?.label !== "eslint") continue;
      const parsed = parser.parseJSONLikeConfig(directive.value);
      if (parsed.ok) configs.push({ config: { rules: parsed.config }, loc });
      else problems.push({ ruleId: null, message: parsed.error.message, loc });
    }
    return { configs, problems };
  }

  readonly #locate = (offset: number): SourceLocation["start"] => this.getLocFromIndex(offset);
}
