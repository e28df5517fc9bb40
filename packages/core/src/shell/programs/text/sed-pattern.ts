import { createMatcher, repeatsGroup, type MatchBudget, type Matcher } from "../../expansion/match-budget.js";

/**
 * Compiles a pattern of `sed` for JavaScript; `undefined` if it may mean something else there. The text must be ASCII.
 */
export function compilePattern(
  pattern: string,
  isExtended: boolean,
  flags: string,
  budget: MatchBudget,
): Matcher | undefined {
  const source = translate(pattern, isExtended);
  if (source === undefined || source === "") return undefined;
  if (!hasSureAlternatives(source) || repeatsGroup(source)) return undefined;
  try {
    return createMatcher(new RegExp(source, flags), budget);
  } catch {
    // JavaScript cannot compile it: what `sed` does with it is not known.
    return undefined;
  }
}

/** POSIX takes the longest alternative, JavaScript the first: only texts of which none begins another are the same. */
function hasSureAlternatives(source: string): boolean {
  // A bar that is escaped stands for itself.
  const unescaped = source.replace(/\\[^]/g, (escaped) => (escaped === "\\|" ? "!" : escaped));
  if (!unescaped.includes("|")) return true;
  return unescaped.split(/[()]/).every((part) => {
    const alternatives = part.split("|");
    return (
      alternatives.length === 1 ||
      (alternatives.every((text) => /^[\w "':=/#-]+$/.test(text)) &&
        alternatives.every((text, index) =>
          alternatives.every((other, at) => at === index || !other.startsWith(text)),
        ))
    );
  });
}

function translate(pattern: string, isExtended: boolean): string | undefined {
  let result = "";
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    const isFirst = result === "" || /(?:^|[^\\])(?:\\\\)*[(|]$/.test(result);
    if (character === "[") {
      const bracket = readBracket(pattern, index);
      if (!bracket) return undefined;
      result += bracket.source;
      index = bracket.end;
    } else if (character === "\\") {
      const escaped = translateEscape(pattern.charAt(++index), isExtended);
      if (escaped === undefined) return undefined;
      result += escaped;
    } else if (/[(){}|+?]/.test(character)) {
      if (isExtended && isFirst && /[{+?]/.test(character)) return undefined;
      result += isExtended ? character : `\\${character}`;
    } else if (character === ".") {
      // In JavaScript, a `.` matches no carriage return.
      result += "[^]";
    } else if (character === "*" && isFirst) {
      if (isExtended) return undefined;
      result += "\\*";
    } else if (!isExtended && character === "^" && !isFirst) result += "\\^";
    else if (!isExtended && character === "$" && !/^(?:\\[)|]|$)/.test(pattern.slice(index + 1)))
      result += "\\$";
    else result += character;
  }
  return result;
}

const SPACE = " \\t\\n\\r\\f\\v";

function translateEscape(character: string, isExtended: boolean): string | undefined {
  if (/[(){}|+?]/.test(character)) return isExtended ? `\\${character}` : character;
  if (/[.*[\]^$\\/]/.test(character)) return `\\${character}`;
  if (/[-"=:@#%&,; ]/.test(character)) return character;
  if (/[ntwWb]/.test(character)) return `\\${character}`;
  if (character === "s") return `[${SPACE}]`;
  return character === "S" ? `[^${SPACE}]` : undefined;
}

const CLASSES: ReadonlyMap<string, string> = new Map([
  ["alnum", "A-Za-z0-9"],
  ["alpha", "A-Za-z"],
  ["blank", " \\t"],
  ["digit", "0-9"],
  ["lower", "a-z"],
  ["punct", "!-\\/:-@\\[-`{-~"],
  ["space", SPACE],
  ["upper", "A-Z"],
  ["xdigit", "0-9A-Fa-f"],
]);

/** Reads a bracket expression, in which a backslash is itself; `end` is the index of its last character. */
export function readBracket(
  pattern: string,
  start: number,
): { readonly source: string; readonly end: number } | undefined {
  let source = "[";
  let index = start + 1;
  if (pattern.charAt(index) === "^") {
    source += "^";
    index++;
  }
  for (const first = index; index < pattern.length; index++) {
    const character = pattern.charAt(index);
    if (character === "]" && index > first) return { source: `${source}]`, end: index };
    const special = /^\[([:.=])(\w+)\1\]/.exec(pattern.slice(index));
    if (special) {
      const members = special[1] === ":" ? CLASSES.get(special[2] ?? "") : undefined;
      if (members === undefined) return undefined;
      source += members;
      index += special[0].length - 1;
    } else if (character === "\\" && /[nt]/.test(pattern.charAt(index + 1))) {
      source += `\\${pattern.charAt(++index)}`;
    } else source += /[\\[\]^]/.test(character) ? `\\${character}` : character;
  }
  return undefined;
}
