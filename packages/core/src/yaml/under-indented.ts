import { Lexer } from "yaml";
import type { Span } from "../text/index.js";

/** A text for the parser, in place of one whose quoted scalars or flow collections are under-indented. */
export interface IndentedText {
  /** As long as the original, so that offsets are the same in both. */
  readonly text: string;
  /** Where the two differ: whole scalars and collections, in the order of the text. */
  readonly regions: readonly Span[];
}

/** The lexemes without text in the file: the start of a document or scalar, the end of a broken collection. */
const FLOW_END = "\u0018";
const WITHOUT_TEXT: ReadonlySet<string> = new Set(["\u0002", FLOW_END, "\u001F"]);

/** Each region makes the lexer start again, so only the first regions of a text that has many are handled. */
const MAX_LEXED = 50_000_000;

/**
 * YAML 1.2 requires the lines of a quoted scalar or flow collection to be indented further than the enclosing block.
 * libyaml, go-yaml, PyYAML and YamlDotNet, which GitHub relies on, do not, and gh-aw writes such scalars (a
 * multi-line prompt in `env`). Returns the text with their line breaks and comments blanked out.
 */
export function withoutUnderIndentation(original: string): IndentedText {
  const regions: Span[] = [];
  let text = original;
  for (let lexed = 0; lexed <= MAX_LEXED; lexed += text.length) {
    const region = firstUnderIndented(text);
    if (!region) break;
    regions.push(region);
    text =
      text.slice(0, region.start) + onOneLine(text.slice(region.start, region.end)) + text.slice(region.end);
  }
  return { text, regions };
}

function firstUnderIndented(text: string): Span | undefined {
  const collections: number[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    const first = lexeme.charAt(0);
    if (lexeme === FLOW_END) {
      const start = collections[0];
      const end = start === undefined ? undefined : endOfCollection(text, start);
      return start !== undefined && end !== undefined ? { start, end } : undefined;
    }
    if ((first === "'" || first === '"') && endOfQuoted(lexeme, 0) === undefined) {
      const end = endOfQuoted(text, offset);
      return end !== undefined && !/\n(?:---|\.\.\.)\s/.test(text.slice(offset, end))
        ? {
            start: collections[0] ?? offset,
            end: collections[0] === undefined ? end : (endOfCollection(text, collections[0]) ?? end),
          }
        : undefined;
    }
    if (lexeme === "{" || lexeme === "[") collections.push(offset);
    else if (lexeme === "}" || lexeme === "]") collections.pop();
    if (!WITHOUT_TEXT.has(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

/** The offset after the closing quote of the scalar that opens at `start`. */
function endOfQuoted(text: string, start: number): number | undefined {
  const pattern = text[start] === "'" ? /'(?:[^']|'')*'(?!')/y : /"(?:[^"\\]|\\[\s\S])*"/y;
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** The offset after the closing bracket of the collection that opens at `start`. */
function endOfCollection(text: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    const startsToken = /[\s[\]{},:]/.test(text.charAt(index - 1));
    if ((character === "'" || character === '"') && startsToken) {
      const end = endOfQuoted(text, index);
      if (end === undefined) return undefined;
      index = end - 1;
    } else if (character === "#" && /\s/.test(text.charAt(index - 1))) {
      const lineFeed = text.indexOf("\n", index);
      if (lineFeed === -1) return undefined;
      index = lineFeed;
    } else if (character === "{" || character === "[") {
      depth++;
    } else if (character === "}" || character === "]") {
      depth--;
      if (depth === 0) return index + 1;
    }
  }
  return undefined;
}

/** Blanks out line breaks and, in a collection, comments. */
function onOneLine(region: string): string {
  const isCollection = region.startsWith("{") || region.startsWith("[");
  const withoutComments = isCollection ? blankComments(region) : region;
  return withoutComments.replace(/[\r\n]/g, " ");
}

function blankComments(region: string): string {
  const token = /'(?:[^']|'')*'|"(?:[^"\\]|\\[\s\S])*"|(?<=\s)#[^\r\n]*/g;
  return region.replace(token, (match) => (match.startsWith("#") ? " ".repeat(match.length) : match));
}
