import type { Word, WordPart } from "unbash";
import { expandParameter } from "./parameter.js";
import type { Scope } from "./scope.js";

/** A run of characters of a word, and whether the shell splits it at blanks. */
interface Segment {
  readonly text: string;
  readonly splits: boolean;
}

/**
 * The fields that a word becomes: none, one, or several where an expansion outside quotes holds blanks
 * or an array is spread. What is not known stays as `${NAME}` or `$(...)`.
 */
export function fieldsOf(word: Word, scope: Scope): readonly string[] {
  if (word.parts === undefined) return [word.value];
  const spread = spreadArray(word.parts, scope);
  if (spread) return spread;
  const segments: Segment[] = [];
  for (const part of word.parts) addSegments(part, segments, scope, false);
  return splitFields(segments);
}

/** The value of a word that the shell does not split, such as a redirection's target. */
export function valueOf(word: Word, scope: Scope): string {
  if (word.parts === undefined) return word.value;
  const segments: Segment[] = [];
  for (const part of word.parts) addSegments(part, segments, scope, true);
  return segments.map((segment) => segment.text).join("");
}

/** `"${name[@]}"`, alone in its word. */
function spreadArray(parts: readonly WordPart[], scope: Scope): readonly string[] | undefined {
  const [only, second] = parts;
  const part = only?.type === "DoubleQuoted" && only.parts.length === 1 ? only.parts[0] : only;
  if (second !== undefined || part?.type !== "ParameterExpansion" || part.prefix !== undefined)
    return undefined;
  const index = part.index?.value;
  if (index !== "@" && index !== "*") return undefined;
  return scope.arrays.get(part.parameter);
}

function addSegments(part: WordPart, segments: Segment[], scope: Scope, quoted: boolean): void {
  switch (part.type) {
    case "SimpleExpansion":
    case "ParameterExpansion": {
      const expanded = expandParameter(part, scope);
      if (expanded.kind === "value") segments.push({ text: expanded.value, splits: !quoted });
      else if (expanded.kind === "unknown") segments.push({ text: expanded.text, splits: false });
      else if (expanded.kind === "operand")
        for (const child of expanded.parts) addOperand(child, segments, scope, quoted);
      return;
    }
    case "DoubleQuoted":
    case "LocaleString":
      // An empty pair of quotes is a field of its own.
      segments.push({ text: "", splits: false });
      for (const child of part.parts) addSegments(child, segments, scope, true);
      return;
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "Glob":
      segments.push({ text: part.value, splits: false });
      return;
    case "CommandExpansion":
    case "ArithmeticExpansion":
    case "ProcessSubstitution":
      segments.push({ text: part.text.startsWith("`") ? `$(${part.text})` : part.text, splits: false });
      return;
    case "ExtendedGlob":
    case "BraceExpansion":
      segments.push({ text: part.text, splits: false });
  }
}

/** Blanks of an operand split, as in `${MODEL:+ --model "$MODEL"}`. */
function addOperand(part: WordPart, segments: Segment[], scope: Scope, quoted: boolean): void {
  if (part.type === "Literal") segments.push({ text: part.value, splits: !quoted });
  else addSegments(part, segments, scope, quoted);
}

function splitFields(segments: readonly Segment[]): readonly string[] {
  const fields: string[] = [];
  let field: string | undefined;
  for (const segment of segments) {
    if (!segment.splits) {
      field = (field ?? "") + segment.text;
      continue;
    }
    const pieces = segment.text.split(/[ \t\n]/);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0 && field !== undefined) {
        fields.push(field);
        field = undefined;
      }
      if (piece !== "") field = (field ?? "") + piece;
    }
  }
  if (field !== undefined) fields.push(field);
  return fields;
}
