import { compilePattern } from "./sed-pattern.js";
import { readDelimited, take, type Reader } from "./sed-reader.js";

/** The effect of a command on a line. */
export interface Edited {
  /** The new line; `undefined` if it is deleted. */
  readonly line: string | undefined;
  /** Lines to print before it. */
  readonly before: readonly string[];
  /** Lines to print after it. */
  readonly after: readonly string[];
  /** Whether the command prints the line. */
  readonly prints: boolean;
  /** Whether the program ends after this line. */
  readonly quits: boolean;
}

/** An effect that only changes the line, unless `rest` says more. */
export const edited = (line: string | undefined, rest: Partial<Edited> = {}): Edited => ({
  line,
  before: rest.before ?? [],
  after: rest.after ?? [],
  prints: rest.prints ?? false,
  quits: rest.quits ?? false,
});

/** What a letter after a backslash stands for; any other one stands for itself. */
export const ESCAPES: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
]);

/** `s`; an empty pattern stands for that of the address. */
export function substitution(
  reader: Reader,
  ofAddress: string | undefined,
): ((line: string) => Edited) | undefined {
  const delimiter = take(reader, /^[^\n\\]/);
  if (delimiter === undefined) return undefined;
  const pattern = readDelimited(reader, delimiter, true);
  const replacement = pattern === undefined ? undefined : readDelimited(reader, delimiter, false);
  const flags = take(reader, /^[gIip\d]*/) ?? "";
  const wanted = pattern === "" ? ofAddress : pattern;
  if (wanted === undefined || replacement === undefined || /\d.*\d|0|\dg|g\d/.test(flags)) return undefined;
  const expression = compilePattern(wanted, reader.isExtended, /i/i.test(flags) ? "gi" : "g", reader.budget);
  const pieces = replacement.split(/(\\[^]|&)/);
  if (!expression || pieces.some((piece) => /^\\[acdfovxLUElu]$/.test(piece))) return undefined;
  const number = flags.includes("g") ? undefined : Number(/\d/.exec(flags)?.[0] ?? 1);
  return (line) => {
    let count = 0;
    let end = 0;
    const changed: string[] = [];
    const result = expression.replace(line, (...match) => {
      const offset = Number(match.findLast((each) => typeof each === "number"));
      // An empty match directly after another match does not count.
      if (match[0] === "" && offset === end && count > 0) return "";
      end = offset + String(match[0]).length;
      count++;
      if (number !== undefined && count !== number) return String(match[0]);
      changed.push(pieces.map((piece) => filledIn(piece, match)).join(""));
      return changed.at(-1) ?? "";
    });
    return edited(result, { prints: changed.length > 0 && flags.includes("p") });
  };
}

function filledIn(piece: string, match: readonly (string | number | undefined)[]): string {
  if (piece === "&") return String(match[0]);
  if (!/^\\[^]$/.test(piece)) return piece;
  const escaped = piece.charAt(1);
  if (/\d/.test(escaped)) return String(match[Number(escaped)] ?? "");
  return ESCAPES.get(escaped) ?? escaped;
}

/** `y`: each character of the first text becomes the one at the same place in the second. */
export function transliteration(reader: Reader): ((line: string) => Edited) | undefined {
  const delimiter = take(reader, /^[^\n\\&]/);
  if (delimiter === undefined) return undefined;
  const [from, to] = [charactersOf(reader, delimiter), charactersOf(reader, delimiter)];
  if (!from || from.length !== to?.length) return undefined;
  return (line) => edited(Array.from(line, (character) => to[from.indexOf(character)] ?? character).join(""));
}

function charactersOf(reader: Reader, delimiter: string): readonly string[] | undefined {
  const text = readDelimited(reader, delimiter, false);
  const tokens = text?.match(/\\[^]|[^\\]/gu);
  if (!tokens?.every((token) => !token.startsWith("\\") || /^\\[\\nt]$/.test(token))) return undefined;
  return tokens.map((token) => (token.startsWith("\\") ? (ESCAPES.get(token.slice(1)) ?? "\\") : token));
}
