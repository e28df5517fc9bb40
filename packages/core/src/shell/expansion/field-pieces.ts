import type { Word, WordPart } from "unbash";
import type { Context } from "../context.js";
import type { Value } from "../values/value.js";
import { splitInto } from "./field-splitting.js";
import { expandParameter } from "./parameters.js";
import { quotedText } from "./quoted-text.js";
import { expandSingle } from "./single-text.js";
import { likeAssignment, tildeValue } from "./tilde.js";
import { hasStandIn } from "./unknown-expressions.js";
import { partsOf } from "./word-parts.js";

/** A piece of a word, and how the shell treats it. */
export interface Piece {
  readonly value: Value;
  /** Whether the shell splits it at blanks. */
  readonly isExpansion: boolean;
  readonly isQuoted: boolean;
}

/** A field under construction. */
export interface Field {
  readonly pieces: Piece[];
}

/** The fields that the parts of a word form, before patterns are matched with files. */
export function assemble(
  written: readonly WordPart[],
  context: Context,
  isElement: boolean,
): readonly Field[] {
  const assigned = isElement ? undefined : likeAssignment(written, context);
  const parts = assigned ?? written;
  const first = assigned ? 1 : 0;
  const fields: Field[] = [];
  let current: Field | undefined;
  const add = (piece: Piece): void => {
    (current ??= { pieces: [] }).pieces.push(piece);
  };
  const close = (): void => {
    if (current) fields.push(current);
    current = undefined;
  };
  const addSplit = (value: Value): void => {
    splitInto(value, context, add, close);
  };
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const tilde = tildeValue(part, { isFirst: index === first, isLast, isAssigned: first > 0 }, context);
    if (tilde) {
      add({ value: tilde, isExpansion: hasStandIn(part.text), isQuoted: true });
      continue;
    }
    switch (part.type) {
      case "DoubleQuoted":
      case "LocaleString":
        addQuoted(part, context, add, close);
        break;
      case "SimpleExpansion":
      case "ParameterExpansion": {
        const expanded = expandParameter(part, context);
        if (expanded.kind === "value") addSplit(expanded.value);
        else if (expanded.kind === "fields")
          for (const [at, value] of expanded.values.entries()) {
            if (at > 0) close();
            addSplit(value);
          }
        else if (expanded.kind === "operand") addOperand(expanded.operand, context, add, close);
        break;
      }
      case "CommandExpansion":
      case "ArithmeticExpansion":
        addSplit(expandSingle(part, context));
        break;
      case "SingleQuoted":
      case "AnsiCQuoted":
      case "ProcessSubstitution":
        add({ value: expandSingle(part, context), isExpansion: false, isQuoted: true });
        break;
      case "Literal":
        add({
          value: expandSingle(part, context),
          isExpansion: hasStandIn(part.text),
          isQuoted: part.text.includes("\\"),
        });
        break;
      case "Glob":
      case "ExtendedGlob":
      case "BraceExpansion":
        add({ value: expandSingle(part, context), isExpansion: false, isQuoted: false });
    }
  }
  close();
  return fields;
}

/** Quoted text is a field even if it is empty; a `"$@"` in it adds a field for each parameter. */
function addQuoted(
  part: Extract<WordPart, { type: "DoubleQuoted" | "LocaleString" }>,
  context: Context,
  add: (piece: Piece) => void,
  close: () => void,
): void {
  const spread = part.parts.map((child) => {
    if (child.type !== "SimpleExpansion" && child.type !== "ParameterExpansion") return undefined;
    if (!child.text.includes("@")) return undefined;
    const expanded = expandParameter(child, context, true);
    return expanded.kind === "fields" && !expanded.joins ? expanded.values : undefined;
  });
  if (spread.every((values) => values === undefined)) {
    // An unknown array may have no element, or several.
    const isList = part.parts.some(({ text }) => /^\$(?:@|\{@|\{!?\w+\[@\]|\{!\w+@\})/.test(text));
    add({ value: expandSingle(part, context), isExpansion: isList, isQuoted: true });
    return;
  }
  for (const [index, child] of part.parts.entries()) {
    const values = spread[index];
    if (!values) {
      const value = quotedText([child], child, "double-quoted", context, false);
      add({ value, isExpansion: false, isQuoted: true });
      continue;
    }
    for (const [at, value] of values.entries()) {
      if (at > 0) close();
      add({ value, isExpansion: false, isQuoted: true });
    }
  }
}

/** Splits an operand at its unquoted blanks, as in `${MODEL:+ --model "$MODEL"}`. */
function addOperand(operand: Word, context: Context, add: (piece: Piece) => void, close: () => void): void {
  const parts = partsOf(operand);
  for (const [index, part] of parts.entries()) {
    const place = { isFirst: index === 0, isLast: index === parts.length - 1, isAssigned: false };
    const tilde = tildeValue(part, place, context);
    if (tilde) add({ value: tilde, isExpansion: hasStandIn(part.text), isQuoted: true });
    else if (part.type === "DoubleQuoted") addQuoted(part, context, add, close);
    else if (part.type === "SingleQuoted" || part.type === "AnsiCQuoted")
      add({ value: expandSingle(part, context), isExpansion: false, isQuoted: true });
    else splitInto(expandSingle(part, context), context, add, close);
  }
}
