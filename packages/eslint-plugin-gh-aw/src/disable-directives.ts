import type { SourceLocation, SourceRange } from "@eslint/core";
import { ConfigCommentParser, Directive } from "@eslint/plugin-kit";
import type { Span } from "@gh-aw-lint/core";
import { removableRange, type DirectiveComment } from "./find-directive-comments.js";

/** What ESLint needs from a directive's node: where to report it, and what to remove if it is unused. */
interface DirectiveNode {
  readonly loc: SourceLocation;
  readonly range: SourceRange;
}

interface ParsedComment {
  readonly comment: DirectiveComment;
  readonly type: Directive["type"];
  readonly value: string;
  readonly justification: string;
}

const types: ReadonlyMap<string, Directive["type"]> = new Map([
  ["eslint-disable", "disable"],
  ["eslint-enable", "enable"],
  ["eslint-disable-line", "disable-line"],
  ["eslint-disable-next-line", "disable-next-line"],
]);

const parser = new ConfigCommentParser();

/** Turns comments into directives; one above a `run:` key or a command covers all its lines. */
export function disableDirectives(
  text: string,
  comments: readonly DirectiveComment[],
  linesBelow: (lineStart: number) => Span | undefined,
  locate: (offset: number) => SourceLocation["start"],
): Directive[] {
  const parsed = comments.flatMap(parse);
  return parsed.flatMap((directive) => {
    const { type, comment, value, justification } = directive;
    const node: DirectiveNode = { loc: comment.loc, range: removableRange(text, comment) };
    const below =
      type === "disable-next-line" ? linesBelow(text.indexOf("\n", comment.range[1]) + 1) : undefined;
    if (below === undefined || meetsOpenBlock(parsed, directive, below.end)) {
      return [new Directive({ type, value, justification, node })];
    }
    // ESLint reports a `disable` that suppresses nothing. It reports an `enable` only if no `disable` is before it.
    const end = locate(below.end);
    const endNode: DirectiveNode = { loc: { start: end, end }, range: [below.end, below.end] };
    return [
      new Directive({ type: "disable", value, justification, node }),
      new Directive({ type: "enable", value: "", justification: "", node: endNode }),
    ];
  });
}

function parse(comment: DirectiveComment): ParsedComment[] {
  const { label = "", value = "", justification = "" } = parser.parseDirective(comment.value) ?? {};
  const type = types.get(label);
  return type === undefined ? [] : [{ comment, type, value, justification }];
}

/**
 * Whether the author's own `eslint-disable` or `eslint-enable` applies here or is before `end`. Our `eslint-enable` would
 * then enable too much, so the directive covers only its next line.
 */
function meetsOpenBlock(parsed: readonly ParsedComment[], directive: ParsedComment, end: number): boolean {
  const disabled = new Set<string>();
  for (const { type, value, comment } of parsed) {
    if (type !== "disable" && type !== "enable") continue;
    if (comment.range[0] >= end) break;
    if (comment.range[0] > directive.comment.range[0]) return true;
    const rules = Object.keys(parser.parseListConfig(value));
    if (type === "enable" && rules.length === 0) disabled.clear();
    for (const rule of rules.length === 0 ? ["*"] : rules) {
      if (type === "disable") disabled.add(rule);
      else disabled.delete(rule);
    }
  }
  return disabled.size > 0;
}
