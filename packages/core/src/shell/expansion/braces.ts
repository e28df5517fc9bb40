/**
 * The texts that a word with braces expands to: `a{b,c}` to `ab` and `ac`, `{1..3}` to `1`, `2` and `3`. Quotes and
 * expansions stay unchanged. `undefined` if there are too many texts.
 */
export function expandBraces(source: string): readonly string[] | undefined {
  const found = findBraces(source);
  if (!found) return [source];
  const { start, end, items } = found;
  const tails = expandBraces(source.slice(end + 1));
  if (!tails) return undefined;
  const heads = items.flatMap((item) => expandBraces(item) ?? []);
  const results = heads.flatMap((head) => tails.map((tail) => source.slice(0, start) + head + tail));
  return results.length > MAX_WORDS ? undefined : results;
}

const MAX_WORDS = 1_000;

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly items: readonly string[];
}

/** The first pair of braces that the shell expands. */
function findBraces(source: string): Braces | undefined {
  for (let start = 0; start < source.length; start++) {
    const skipped = skipQuoted(source, start);
    if (skipped > start) {
      start = skipped - 1;
      continue;
    }
    if (source[start] !== "{") continue;
    const end = closingBrace(source, start);
    if (end === undefined) continue;
    const items = itemsOf(source.slice(start + 1, end));
    if (items) return { start, end, items };
  }
  return undefined;
}

function closingBrace(source: string, start: number): number | undefined {
  let depth = 0;
  for (let index = start; index < source.length; index++) {
    const skipped = skipQuoted(source, index);
    if (skipped > index) {
      index = skipped - 1;
      continue;
    }
    if (source[index] === "{") depth++;
    else if (source[index] === "}" && --depth === 0) return index;
  }
  return undefined;
}

function itemsOf(inside: string): readonly string[] | undefined {
  const sequence = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(inside);
  if (sequence) return numbers(sequence[1] ?? "", sequence[2] ?? "", Number(sequence[3] ?? "1"));
  const letters = /^([a-zA-Z])\.\.([a-zA-Z])(?:\.\.(-?\d+))?$/.exec(inside);
  if (letters) {
    const [from, to] = [letters[1] ?? "", letters[2] ?? ""].map((letter) => letter.charCodeAt(0));
    if (from === undefined || to === undefined) return undefined;
    return range(from, to, Math.abs(Number(letters[3] ?? "1")) || 1).map((code) => String.fromCharCode(code));
  }
  const items: string[] = [];
  let depth = 0;
  let position = 0;
  for (let index = 0; index < inside.length; index++) {
    const skipped = skipQuoted(inside, index);
    if (skipped > index) {
      index = skipped - 1;
      continue;
    }
    const character = inside[index];
    if (character === "{") depth++;
    else if (character === "}") depth--;
    else if (character === "," && depth === 0) {
      items.push(inside.slice(position, index));
      position = index + 1;
    }
  }
  return items.length === 0 ? undefined : [...items, inside.slice(position)];
}

function numbers(from: string, to: string, step: number): readonly string[] {
  const width = /^-?0\d/.test(from) || /^-?0\d/.test(to) ? Math.max(from.length, to.length) : 0;
  return range(Number(from), Number(to), Math.abs(step) || 1).map((number) =>
    number < 0 ? `-${String(-number).padStart(width - 1, "0")}` : String(number).padStart(width, "0"),
  );
}

function range(from: number, to: number, step: number): readonly number[] {
  const count = Math.min(Math.floor(Math.abs(to - from) / step) + 1, MAX_WORDS + 1);
  return Array.from({ length: count }, (_, index) => from + (to < from ? -index : index) * step);
}

/** The end of a quoted text or an expansion that starts at `index`; `index` if none does. */
function skipQuoted(source: string, index: number): number {
  const character = source[index];
  if (character === "\\") return index + 2;
  if (character === "'") return endOf(source, "'", index + 1);
  if (character === '"') {
    for (let at = index + 1; at < source.length; at++) {
      if (source[at] === "\\") at++;
      else if (source[at] === '"') return at + 1;
    }
    return source.length;
  }
  if (character === "$" && source[index + 1] === "{") return endOf(source, "}", index + 2);
  if (character === "$" && source[index + 1] === "(") {
    let depth = 0;
    for (let at = index + 1; at < source.length; at++) {
      if (source[at] === "(") depth++;
      else if (source[at] === ")" && --depth === 0) return at + 1;
    }
    return source.length;
  }
  return index;
}

function endOf(source: string, character: string, from: number): number {
  const found = source.indexOf(character, from);
  return found === -1 ? source.length : found + 1;
}
