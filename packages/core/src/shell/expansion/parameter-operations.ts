import type { ParameterOperation } from "unbash";
import type { Context } from "../context.js";
import { fail } from "./arithmetic/errors.js";
import { evaluateValue } from "./arithmetic/evaluate.js";
import { MAX_MATCHED, parsePattern, unescapePattern, isPlainPattern } from "./patterns.js";
import { isOn } from "../state/shell-state.js";
import { patternOf } from "./word-pattern.js";
import { expandOperand } from "./single-text.js";
import { hasCase, knownText } from "../values/value.js";

/** Applies `${x#...}`, `${x/...}`, `${x:...}` or the like to a text; `undefined` if the result is not known. */
export function operate(text: string, operation: ParameterOperation, context: Context): string | undefined {
  if (text.length > MAX_MATCHED) return undefined;
  switch (operation.type) {
    case "Remove": {
      const pattern = patternOf(operation.operand, context);
      return pattern === undefined ? undefined : removePart(text, operation.operator, pattern);
    }
    case "Replace": {
      const pattern = patternOf(operation.pattern, context);
      const replacement = knownText(expandOperand(operation.replacement, context));
      if (pattern === undefined || replacement === undefined) return undefined;
      // Bash looks for the end of such a set elsewhere.
      if (/\[[!^]\]/.test(operation.pattern.text)) return undefined;
      // Bash 5.2 replaces an unquoted `&` with the match.
      if (replacement.includes("&")) return undefined;
      if (isOn(context.state, "nocasematch") && hasCase(text + pattern)) return undefined;
      return replacePart(text, operation.operator, pattern, replacement);
    }
    case "Slice": {
      const offset = numberOf(operation.offset, context);
      const length = operation.length ? numberOf(operation.length, context) : undefined;
      if (offset === undefined || (operation.length && length === undefined)) return undefined;
      return slice(text, offset, length) ?? fail(context);
    }
    case "CaseModification": {
      const pattern = operation.operand ? patternOf(operation.operand, context) : "?";
      const parsed = pattern === undefined ? undefined : parsePattern(pattern === "" ? "?" : pattern);
      return parsed && changeCase(text, operation.operator, (character) => parsed.matches(character));
    }
    case "Transform": {
      const kind = operation.operand.text;
      if (kind === "U") return text.toUpperCase();
      if (kind === "L") return text.toLowerCase();
      if (kind === "u") return text.charAt(0).toUpperCase() + text.slice(1);
      if (kind === "Q" && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "'\\''")}'`;
      return undefined;
    }
    default:
      return undefined;
  }
}

/** The number that a word evaluates to, such as the offset of a slice; `undefined` if it is not known. */
export function numberOf(word: Parameters<typeof expandOperand>[0], context: Context): number | undefined {
  const value = evaluateValue(expandOperand(word, context), true, context);
  return value === undefined ? undefined : Number(value);
}

/** `${x:offset:length}`; negative numbers count from the end. `undefined` if Bash reports an error. */
export function slice<Sequence extends string | readonly unknown[]>(
  sequence: Sequence,
  offset: number,
  length: number | undefined,
): Sequence | undefined {
  const size = sequence.length;
  const start = offset < 0 ? size + offset : offset;
  if (start < 0 || start > size) return cut(sequence, 0, 0);
  const end = length === undefined ? size : length < 0 ? size + length : start + length;
  return end < start ? undefined : cut(sequence, start, end);
}

/** `${a[@]:offset:length}`: the offset is an index, and the array may lack some indexes. */
export function sliceElements<Element>(
  elements: ReadonlyMap<string, Element>,
  offset: number,
  length: number | undefined,
): readonly Element[] | undefined {
  const indices = [...elements.keys()].map(Number);
  const start = offset < 0 ? Math.max(-1, ...indices) + 1 + offset : offset;
  if (start < 0) return [];
  if (length !== undefined && length < 0) return undefined;
  return [...elements.values()].filter((_, at) => (indices[at] ?? 0) >= start).slice(0, length);
}

function cut<Sequence extends string | readonly unknown[]>(
  sequence: Sequence,
  start: number,
  end: number,
): Sequence;
function cut(sequence: string | readonly unknown[], start: number, end: number): string | readonly unknown[] {
  return sequence.slice(start, end);
}

function removePart(text: string, operator: "#" | "##" | "%" | "%%", pattern: string): string | undefined {
  const parsed = parsePattern(pattern);
  if (!parsed) return undefined;
  const sizes = Array.from({ length: text.length + 1 }, (_, index) => index);
  const isGreedy = operator.length === 2;
  if (text.length > 2_000 && parsed.literal === undefined) return undefined;
  for (const size of isGreedy ? sizes.reverse() : sizes) {
    const isStart = operator.startsWith("#");
    const part = isStart ? text.slice(0, size) : text.slice(text.length - size);
    if (parsed.matches(part)) return isStart ? text.slice(size) : text.slice(0, text.length - size);
  }
  return text;
}

function replacePart(
  text: string,
  operator: "/" | "//" | "/#" | "/%",
  pattern: string,
  replacement: string,
): string | undefined {
  if (pattern === "")
    return operator === "/#" ? replacement + text : operator === "/%" ? text + replacement : text;
  if (isPlainPattern(pattern)) {
    const literal = unescapePattern(pattern);
    switch (operator) {
      case "/": {
        const at = text.indexOf(literal);
        return at === -1 ? text : text.slice(0, at) + replacement + text.slice(at + literal.length);
      }
      case "//":
        return text.split(literal).join(replacement);
      case "/#":
        return text.startsWith(literal) ? replacement + text.slice(literal.length) : text;
      case "/%":
        return text.endsWith(literal) ? text.slice(0, text.length - literal.length) + replacement : text;
    }
  }
  const parsed = parsePattern(pattern);
  if (!parsed || text.length > 300) return undefined;
  const longestAt = (start: number): number | undefined => {
    for (let end = text.length; end >= start; end--) if (parsed.matches(text.slice(start, end))) return end;
    return undefined;
  };
  if (operator === "/#") {
    const end = longestAt(0);
    return end === undefined ? text : replacement + text.slice(end);
  }
  if (operator === "/%") {
    for (let start = 0; start <= text.length; start++)
      if (parsed.matches(text.slice(start))) return text.slice(0, start) + replacement;
    return text;
  }
  if (text === "") return parsed.matches("") ? replacement : "";
  let result = "";
  let position = 0;
  for (let start = 0; start < text.length;) {
    const end = longestAt(start);
    if (end === undefined || end === start) {
      start++;
      continue;
    }
    result += text.slice(position, start) + replacement;
    position = start = end;
    if (operator === "/") break;
  }
  return result + text.slice(position);
}

function changeCase(
  text: string,
  operator: "^" | "^^" | "," | ",,",
  isSelected: (character: string) => boolean,
): string {
  const change = (character: string): string =>
    operator.startsWith("^") ? character.toUpperCase() : character.toLowerCase();
  return Array.from(text)
    .map((character, index) =>
      (index === 0 || operator.length === 2) && isSelected(character) ? change(character) : character,
    )
    .join("");
}
