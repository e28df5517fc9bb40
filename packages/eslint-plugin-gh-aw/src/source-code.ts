import type { FileProblem, RulesConfig, SourceLocation, TraversalStep } from "@eslint/core";
import { CallMethodStep, ConfigCommentParser, VisitNodeStep, type Directive } from "@eslint/plugin-kit";
import type { RunScript, Span } from "@gh-aw-lint/core";
import { findDirectiveComments, lineEnd, type DirectiveComment } from "./directive-comments.js";
import { disableDirectives } from "./disable-directives.js";
import { EmptyProgramSourceCode } from "./empty-program.js";
import type { Program } from "./program.js";

const parser = new ConfigCommentParser();

interface Parts {
  readonly text: string;
  readonly ast: Program;
  readonly hasBOM: boolean;
  /** Behind this offset a `#` may be anything, and is no comment that speaks to ESLint. */
  readonly commentsEnd: number;
}

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
    return (this.#comments ??= findDirectiveComments(
      this.text.slice(0, this.#commentsEnd),
      () => this.#scripts().map(({ span }) => scriptBody(this.text, span)),
      this.#locate,
    ));
  }

  getDisableDirectives(): { directives: Directive[]; problems: FileProblem[] } {
    const directives = disableDirectives(this.text, this.getInlineConfigNodes(), this.#scripts, this.#locate);
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

  /** Those of all jobs, most of which nothing else has to parse. */
  readonly #scripts = (): readonly RunScript[] =>
    this.ast.workflow
      ? this.ast.workflow.jobs.flatMap((job) => job.steps.flatMap(({ run }) => run ?? []))
      : [];

  readonly #locate = (offset: number): SourceLocation["start"] => this.getLocFromIndex(offset);
}

/** The part of a `run:` value that is script; behind the `|` of a block scalar YAML allows a comment. */
function scriptBody(text: string, { start, end }: Span): Span {
  const isBlock = text[start] === "|" || text[start] === ">";
  return { start: isBlock ? lineEnd(text, start) : start, end };
}
