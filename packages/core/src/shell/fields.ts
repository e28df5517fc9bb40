import type { Word, WordPart } from "unbash";
import { expandParameter } from "./parameter.js";
import type { Scope } from "./scope.js";

/** A run of characters of a word, and whether the shell splits it at blanks. */
interface Segment {
  text: string;
  readonly splits: boolean;
}

/** Adds to the last segment what the shell does not split either. */
function push(segments: Segment[], text: string, splits: boolean): void {
  const last = segments.at(-1);
  if (last && !last.splits && !splits) last.text += text;
  else segments.push({ text, splits });
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
      if (expanded.kind === "value") push(segments, expanded.value, !quoted);
      else if (expanded.kind === "unknown") push(segments, expanded.text, false);
      else if (expanded.kind === "operand")
        for (const child of expanded.parts) addOperand(child, segments, scope, quoted);
      return;
    }
    case "DoubleQuoted":
    case "LocaleString":
      // An empty pair of quotes is a field of its own.
      push(segments, "", false);
      for (const child of part.parts) addSegments(child, segments, scope, true);
      return;
    case "Literal":
    case "SingleQuoted":
    case "AnsiCQuoted":
    case "Glob":
      push(segments, part.value, false);
      return;
    case "CommandExpansion":
    case "ArithmeticExpansion":
    case "ProcessSubstitution":
      push(segments, part.text.startsWith("`") ? `$(${part.text})` : part.text, false);
      return;
    case "ExtendedGlob":
    case "BraceExpansion":
      push(segments, part.text, false);
  }
}

/** Blanks of an operand split, as in `${MODEL:+ --model "$MODEL"}`. */
function addOperand(part: WordPart, segments: Segment[], scope: Scope, quoted: boolean): void {
  if (part.type === "Literal") push(segments, part.value, !quoted);
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
