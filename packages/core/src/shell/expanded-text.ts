import type { HereDoc, Word, WordPart } from "unbash";
import { joinTexts, once, type MappedText, type Span } from "../text/index.js";
import { startExpansion } from "./expansion.js";
import type { Quoting } from "./quoting.js";
import type { Scope } from "./scope.js";
import { partsOf } from "./word-parts.js";

/** A text that the shell makes of a part of a script. */
export interface ExpandedText {
  readonly text: MappedText;
  /** The parts of it whose value only the running shell knows; each holds a placeholder. */
  readonly guesses: readonly Span[];
}

/** Most here-documents are never read by what is looked at: they are expanded when they are. */
export function lazyExpansion(build: () => ExpandedText): ExpandedText {
  const get = once(build);
  return {
    get text() {
      return get().text;
    },
    get guesses() {
      return get().guesses;
    },
  };
}

/** The body of a here-document as the command reads it. */
export function hereDocumentText(script: MappedText, hereDocument: HereDoc, scope: Scope): ExpandedText {
  const { body, delimiter } = hereDocument;
  const quoting = delimiter?.quoted ? "quoted here-document" : "here-document";
  const expansion = startExpansion(script, body, quoting, scope, hereDocument.operator === "<<-");
  expansion.append(partsOf(body), quoting);
  const { text, guesses } = expansion.finish();
  return { text: delimitedText(text, delimiter?.value ?? ""), guesses };
}

/** A text that ends before the line of its delimiter: no edit may join that to another line, or write one. */
function delimitedText(text: MappedText, delimiter: string): MappedText {
  return {
    ...text,
    edit(start, end, replacement) {
      const lines = (text.text.slice(0, start) + replacement + text.text.slice(end)).split("\n");
      // `<<-` takes the tabs before it away.
      const ends = lines.some((line) => line.replace(/^\t+/, "") === delimiter);
      return ends || lines.at(-1) !== "" ? undefined : text.edit(start, end, replacement);
    },
  };
}

/** A word as the command gets it, if the shell does not split it into several. */
export function wordText(script: MappedText, word: Word, scope: Scope): ExpandedText {
  const texts: MappedText[] = [];
  const guesses: Span[] = [];
  let length = 0;
  for (const part of partsOf(word)) {
    const expansion = startExpansion(script, insideQuotes(part), quotingOf(part), scope, false);
    expansion.append([part], "unquoted");
    const expanded = expansion.finish();
    texts.push(expanded.text);
    for (const guess of expanded.guesses)
      guesses.push({ start: guess.start + length, end: guess.end + length });
    length += expanded.text.text.length;
  }
  return { text: joinTexts(texts), guesses };
}

function quotingOf(part: WordPart): Quoting {
  if (part.type === "SingleQuoted") return "single-quoted";
  return part.type === "DoubleQuoted" || part.type === "LocaleString" ? "double-quoted" : "unquoted";
}

/** The span of a part without its quotes, between which an edit of its text stands. */
function insideQuotes(part: WordPart): { readonly pos: number; readonly end: number } {
  const quoted = part.type === "SingleQuoted" || part.type === "DoubleQuoted";
  return quoted ? { pos: part.pos + 1, end: part.end - 1 } : part;
}
