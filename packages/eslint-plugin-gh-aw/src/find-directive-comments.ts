import type { SourceLocation, SourceRange } from "@eslint/core";
import { lineEnd, type Span } from "@gh-aw-lint/core";

/** A comment with an ESLint directive. */
export interface DirectiveComment {
  readonly type: "Comment";
  /** The text after the `#`. */
  readonly value: string;
  readonly range: SourceRange;
  readonly loc: SourceLocation;
}

const DIRECTIVE = /eslint(?:-enable|-disable(?:(?:-next)?-line)?)?(?=\s|$)/y;

/**
 * Finds directive comments, from their `#` to the end of the line, without a parser. A comment on its own line counts
 * everywhere, in YAML, shell or TOML. After other text, a comment counts only in YAML, because `#` in a script can be anything.
 */
export function findDirectiveComments(text: string, scriptsOf: () => readonly Span[]): readonly Span[] {
  const comments: Span[] = [];
  let position = text.indexOf("eslint");
  while (position !== -1) {
    const word = position;
    position += "eslint".length;
    DIRECTIVE.lastIndex = word;
    const hash = lastNonBlank(text, word);
    if (text[hash] === "#" && DIRECTIVE.test(text)) {
      const before = lastNonBlank(text, hash);
      const ownLine = before === -1 || text[before] === "\n";
      const end = lineEnd(text, word);
      if (ownLine || (before < hash - 1 && !scriptsOf().some((script) => contains(script, hash)))) {
        comments.push({ start: hash, end });
      }
      position = end;
    }
    position = text.indexOf("eslint", position);
  }
  return comments;
}

/**
 * The range for ESLint to replace with one space, so that the file means the same without the comment: its line and the
 * first space of the next one. The `#` stays if removing the line could change the indentation of a YAML block.
 */
export function removableRange(text: string, { range: [hash, end] }: DirectiveComment): SourceRange {
  const before = lastNonBlank(text, hash);
  if (before !== -1 && text[before] !== "\n") return [before + 1, end];
  const indentation = text.slice(before + 1, hash);
  if (indentation === "") return [hash, end];
  const nextLine = text.indexOf("\n", end) + 1;
  const nextIsAlike =
    text.startsWith(indentation, nextLine) && /\S/.test(text.charAt(nextLine + indentation.length));
  return nextLine > 0 && nextIsAlike ? [before + 1, nextLine + 1] : [hash + 1, end];
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}

/** The offset of the last character before `offset` that is neither a space nor a tab; -1 if there is none. */
function lastNonBlank(text: string, offset: number): number {
  let index = offset - 1;
  while (text[index] === " " || text[index] === "\t") index--;
  return index;
}
