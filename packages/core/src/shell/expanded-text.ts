import type { HereDoc, Word, WordPart } from "unbash";
import {
  deriveText,
  joinTexts,
  once,
  type DerivedTextBuilder,
  type MappedText,
  type Span,
} from "../text/index.js";
import { expandParameter } from "./parameter.js";
import { QUOTING, type Quoting } from "./quoting.js";
import { isKnown, type Scope } from "./scope.js";
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

/**
 * Stands for a value that is not known. A digit is right inside a string, and where JSON or TOML has a
 * number that the shell fills in.
 */
const PLACEHOLDER = "0";

/** The body of a here-document as the command reads it. */
export function hereDocumentText(script: MappedText, hereDocument: HereDoc, scope: Scope): ExpandedText {
  const { body } = hereDocument;
  const quoting = hereDocument.delimiter?.quoted ? "quoted here-document" : "here-document";
  const expansion = startExpansion(script, body, quoting, scope, hereDocument.operator === "<<-");
  expansion.append(partsOf(body), quoting);
  return expansion.finish();
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

interface Expansion {
  append(parts: readonly WordPart[], quoting: Quoting): void;
  finish(): ExpandedText;
}

function startExpansion(
  script: MappedText,
  node: { readonly pos: number; readonly end: number },
  quoting: Quoting,
  scope: Scope,
  stripTabs: boolean,
): Expansion {
  const builder: DerivedTextBuilder = deriveText(
    script,
    { start: node.pos, end: node.end },
    QUOTING[quoting].encode,
  );
  const guesses: Span[] = [];
  let length = 0;

  function copy(start: number, end: number): void {
    if (end <= start) return;
    builder.copy(start, end);
    length += end - start;
  }

  function replace(part: { readonly pos: number; readonly end: number }, value: string): void {
    const text = isKnown(value) ? value : PLACEHOLDER;
    if (!isKnown(value)) guesses.push({ start: length, end: length + text.length });
    builder.replace(part.pos, part.end, text);
    length += text.length;
  }

  function guess(part: WordPart): void {
    guesses.push({ start: length, end: length + PLACEHOLDER.length });
    builder.replace(part.pos, part.end, PLACEHOLDER);
    length += PLACEHOLDER.length;
  }

  function appendLiteral(start: number, end: number, rules: (typeof QUOTING)[Quoting]): void {
    const source = script.text;
    // The end of what is copied or left out so far.
    let position = start;
    // Tabs are taken from the start of a line as it is after backslashes joined it to others.
    let startsLine = start === node.pos || source[start - 1] === "\n";
    for (let index = start; index < end; index++) {
      const character = source[index];
      if (stripTabs && startsLine && character === "\t") {
        copy(position, index);
        position = index + 1;
      } else if (character === "\\" && index + 1 < end && isEscapable(source[index + 1], rules.escapable)) {
        copy(position, index);
        index++;
        // A backslash before a line end joins the lines; any other goes, and leaves what it protects.
        const joins = source[index] === "\n";
        position = joins ? index + 1 : index;
        startsLine &&= joins;
      } else {
        startsLine = character === "\n";
      }
    }
    copy(position, end);
  }

  function append(part: WordPart, quoting: Quoting): void {
    switch (part.type) {
      case "Literal":
        appendLiteral(part.pos, part.end, QUOTING[quoting]);
        return;
      case "SingleQuoted":
        copy(part.pos + 1, part.end - 1);
        return;
      case "DoubleQuoted":
      case "LocaleString":
        for (const child of part.parts) append(child, "double-quoted");
        return;
      case "AnsiCQuoted":
        replace(part, part.value);
        return;
      case "SimpleExpansion":
      case "ParameterExpansion": {
        const expanded = expandParameter(part, scope);
        if (expanded.kind === "value") replace(part, expanded.value);
        else if (expanded.kind === "operand") for (const child of expanded.parts) append(child, quoting);
        else if (expanded.kind === "optional") guesses.push({ start: length, end: length });
        else guess(part);
        return;
      }
      case "CommandExpansion":
      case "ArithmeticExpansion":
      case "ProcessSubstitution":
        guess(part);
        return;
      case "Glob":
      case "ExtendedGlob":
      case "BraceExpansion":
        copy(part.pos, part.end);
    }
  }

  return {
    append(parts, partQuoting) {
      for (const part of parts) append(part, partQuoting);
    },
    finish: () => ({ text: builder.build(), guesses }),
  };
}

function isEscapable(character: string | undefined, escapable: string | undefined): boolean {
  return character !== undefined && (escapable === undefined || escapable.includes(character));
}
