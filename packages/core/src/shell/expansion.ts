import type { WordPart } from "unbash";
import { deriveText, type DerivedTextBuilder, type MappedText, type Span } from "../text/index.js";
import type { ExpandedText } from "./expanded-text.js";
import { expandParameter } from "./parameter.js";
import { QUOTING, type Quoting } from "./quoting.js";
import { isKnown, type Scope } from "./scope.js";

/**
 * Stands for a value that is not known. A digit is right inside a string, and where JSON or TOML has a
 * number that the shell fills in.
 */
const PLACEHOLDER = "0";

/** A text under expansion. */
export interface Expansion {
  append(parts: readonly WordPart[], quoting: Quoting): void;
  finish(): ExpandedText;
}

/** Starts the expansion of a node of `script` that stands in quotes of the given kind. */
export function startExpansion(
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
        // A backslash before a line end joins the lines; any other is one with what it protects, also for an edit.
        const joins = source[index + 1] === "\n";
        if (!joins) replace({ pos: index, end: index + 2 }, source.charAt(index + 1));
        index++;
        position = index + 1;
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
        if (part.type === "SimpleExpansion" && nameGoesOn(script.text, part.end)) {
          guess(part);
          return;
        }
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

/** Bash joins lines before it reads names: `$X`, a backslash and a line end, and then `Y` are `$XY`. */
function nameGoesOn(text: string, offset: number): boolean {
  const joined = /(?:\\\n)+\w/y;
  joined.lastIndex = offset;
  return joined.test(text);
}

function isEscapable(character: string | undefined, escapable: string | undefined): boolean {
  return character !== undefined && (escapable === undefined || escapable.includes(character));
}
