/** One step of a pattern: any number of characters, or one character that passes a test. */
type Token = "any" | ((character: string) => boolean);

/** A pattern of the shell, with `*`, `?`, `[...]` and `\` before literal characters. */
export interface Pattern {
  matches(text: string): boolean;
  /** The text of a pattern that matches only that text; otherwise `undefined`. */
  readonly literal: string | undefined;
}

/** In UTF-16 code units; longer texts are not matched. */
export const MAX_MATCHED = 20_000;

/** How many `[` that nothing closes a pattern may have: the rest of the pattern is searched for each. */
const MAX_UNCLOSED = 20;

/** Parses a pattern; `undefined` for extended patterns and for those with too many `[`, which are not modelled. */
export function parsePattern(source: string): Pattern | undefined {
  const tokens: Token[] = [];
  const lastClosing = source.lastIndexOf("]");
  let unclosed = 0;
  let literal: string | undefined = "";
  for (let index = 0; index < source.length; index++) {
    const character = source.charAt(index);
    if (/[?*+@!]/.test(character) && source[index + 1] === "(") return undefined;
    if (character === "*") {
      if (tokens.at(-1) !== "any") tokens.push("any");
      literal = undefined;
    } else if (character === "?") {
      tokens.push(() => true);
      literal = undefined;
    } else if (character === "[") {
      const set = index < lastClosing ? parseSet(source, index) : undefined;
      if (!set) {
        if (index < lastClosing && ++unclosed > MAX_UNCLOSED) return undefined;
        tokens.push((other) => other === "[");
        if (literal !== undefined) literal += "[";
        continue;
      }
      tokens.push(set.test);
      index = set.end;
      literal = undefined;
    } else {
      const own = character === "\\" && index + 1 < source.length ? source.charAt(++index) : character;
      tokens.push((other) => other === own);
      if (literal !== undefined) literal += own;
    }
  }
  return { matches: (text) => matches(tokens, text), literal };
}

/** Backtracks to the last `*` if the rest does not match. */
function matches(tokens: readonly Token[], text: string): boolean {
  let token = 0;
  let position = 0;
  let star = -1;
  let resume = 0;
  while (position < text.length) {
    const current = tokens[token];
    if (current === "any") {
      star = token++;
      resume = position;
    } else if (current?.(text.charAt(position)) === true) {
      token++;
      position++;
    } else if (star !== -1) {
      token = star + 1;
      position = ++resume;
    } else return false;
  }
  while (tokens[token] === "any") token++;
  return token === tokens.length;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alpha: /[A-Za-z]/,
  digit: /\d/,
  alnum: /[A-Za-z0-9]/,
  upper: /[A-Z]/,
  lower: /[a-z]/,
  space: /\s/,
  blank: /[ \t]/,
  punct: /[!-/:-@[-`{-~]/,
  xdigit: /[\dA-Fa-f]/,
};

function parseSet(
  source: string,
  start: number,
): { readonly test: (character: string) => boolean; readonly end: number } | undefined {
  let index = start + 1;
  const negated = source[index] === "!" || source[index] === "^";
  if (negated) index++;
  const tests: ((character: string) => boolean)[] = [];
  for (let first = true; ; first = false) {
    const character = source[index];
    if (character === undefined) return undefined;
    if (character === "]" && !first) break;
    const name = /^\[:(\w+):\]/.exec(source.slice(index, index + 12))?.[1];
    if (name !== undefined) {
      const known = CLASSES[name];
      if (!known) return undefined;
      tests.push((other) => known.test(other));
      index += name.length + 4;
      continue;
    }
    if (character === "\\") index++;
    const from = source.charAt(index);
    if (source[index + 1] === "-" && source[index + 2] !== undefined && source[index + 2] !== "]") {
      const to = source.charAt(index + 2);
      tests.push((other) => other >= from && other <= to);
      index += 3;
    } else {
      tests.push((other) => other === from);
      index++;
    }
  }
  return { test: (character) => tests.some((test) => test(character)) !== negated, end: index };
}

/** Escapes a text so that a pattern matches it literally. */
export function escapePattern(text: string): string {
  return text.replace(/[\\*?[\]+@!^(){}|-]/g, "\\$&");
}

/** Whether a pattern has only plain and escaped characters. */
export function isPlainPattern(pattern: string): boolean {
  return !/[*?[]/.test(pattern.replace(/\\[^]/g, ""));
}

/** The pattern's text without the backslashes. */
export function unescapePattern(pattern: string): string {
  return pattern.replace(/\\([^])/g, "$1");
}
