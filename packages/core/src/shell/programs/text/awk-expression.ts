import type { Matcher, MatchBudget } from "../../expansion/match-budget.js";
import { asNumber, asText, type AwkRecord, type AwkValue, type Memory, UNSET } from "./awk-values.js";
import { compilePattern } from "./sed-pattern.js";
import { readDelimited, take, type Reader } from "./sed-reader.js";

/** An expression for a record. */
export type Expression = (record: AwkRecord) => AwkValue;

/** The position in the source of an AWK program. */
export interface Awk extends Reader {
  readonly budget: MatchBudget;
  /** The arrays of `!seen[$1]++`: two tests may not share one. */
  readonly arrays: Set<string>;
  readonly memory: Memory;
  /** Whether the part that is read sees a record. */
  hasRecord: boolean;
  /** Whether the program has an `exit`. */
  exits: boolean;
}

/** Keywords, functions, and variables that are special, of all versions of AWK. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "BEGIN END BEGINFILE ENDFILE if else while for do break continue delete in function func print printf next nextfile exit " +
    "return getline switch case default length index substr split sub gsub match sprintf sin cos atan2 exp log sqrt int rand " +
    "srand tolower toupper system close fflush gensub strftime systime mktime and or xor compl lshift rshift strtonum asort " +
    "asorti typeof isarray patsplit mkbool bindtextdomain dcgettext dcngettext include load namespace eval " +
    "NR NF FNR FS OFS ORS RS SUBSEP FILENAME ENVIRON RSTART RLENGTH CONVFMT OFMT ARGC ARGV ARGIND BINMODE ERRNO FIELDWIDTHS " +
    "FPAT FUNCTAB IGNORECASE LINT PREC PROCINFO ROUNDMODE RT SYMTAB TEXTDOMAIN"
  ).split(" "),
);

/** Whether a program may have a variable of that name. */
export function isVariable(name: string): boolean {
  return !RESERVED.has(name);
}

/** A text, a field, a number, `NR`, `NF`, a variable, or `ENVIRON["NAME"]`. */
export function readPrimary(reader: Awk): Expression | undefined {
  const text = readText(reader);
  if (text !== undefined) return () => asText(text);
  const number = take(reader, /^(?:0|[1-9]\d{0,8})(?![\w.])/);
  if (number !== undefined) return () => asNumber(Number(number));
  const field = take(reader, /^\$(?:\d{1,3}|NF)(?![\w.[(])(?!\s*(?:\+\+|--|=(?!=)))/)?.slice(1);
  if (field !== undefined) {
    if (!reader.hasRecord) return undefined;
    const read = (value: string): AwkValue => ({ text: value, kind: "read" });
    if (field === "NF") return ({ fields, line }) => read(fields.at(-1) ?? line);
    const index = Number(field);
    return index === 0 ? ({ line }) => read(line) : ({ fields }) => read(fields[index - 1] ?? "");
  }
  const { memory } = reader;
  const variable = /^ENVIRON\["(\w+)"\]/.exec(take(reader, /^ENVIRON\["\w+"\]/) ?? "")?.[1];
  if (variable !== undefined) {
    const value = memory.environment(variable);
    return value === undefined ? undefined : () => ({ text: value, kind: "read" });
  }
  const name = take(reader, /^[A-Za-z_]\w*(?![\w[(])(?!\s*(?:\+\+|--|[-+*/%^]?=(?!=)))/);
  if (name === "NR") return ({ number: count }) => asNumber(count);
  if (name === "NF" && reader.hasRecord) return ({ fields }) => asNumber(fields.length);
  return name === undefined || !isVariable(name) ? undefined : () => memory.variables.get(name) ?? UNSET;
}

/** A text in quotes. */
export function readText(reader: Awk): string | undefined {
  return take(reader, /^"(?:[^"\\\n]|\\["\\nt])*"/)
    ?.slice(1, -1)
    .replace(/\\([^])/g, (_, letter: string) => (letter === "n" ? "\n" : letter === "t" ? "\t" : letter));
}

/** Expressions one after the other, which are joined, up to what `end` matches. */
export function readJoined(reader: Awk, end: RegExp): Expression | undefined {
  const parts: Expression[] = [];
  while (take(reader, end) === undefined) {
    take(reader, /^[ \t]+/);
    const part = readPrimary(reader);
    if (!part) return undefined;
    parts.push(part);
  }
  const [only, second] = parts;
  if (second === undefined) return only;
  return (record) => asText(parts.map((part) => part(record).text).join(""));
}

/** A regular expression without repetition counts, classes, and escapes that only some versions of AWK have. */
export function readRegularExpression(reader: Awk, flags = ""): Matcher | undefined {
  const start = reader.index;
  if (take(reader, /^\//) === undefined) return undefined;
  const pattern = readDelimited(reader, "/", false);
  const isPlain =
    pattern !== undefined && !/\\(?![.[\]$*+?()|^\\/t])|\{/.test(pattern) && hasPlainBrackets(pattern);
  const expression = isPlain ? compilePattern(pattern, true, flags, reader.budget) : undefined;
  if (!expression) reader.index = start;
  return expression;
}

/** Whether no bracket expression has a class, or another escape than that of a tab. */
function hasPlainBrackets(pattern: string): boolean {
  return (pattern.match(/\\[^]|\[\^?\]?[^\]]*/g) ?? []).every(
    (token) => token.startsWith("\\") || !/[\\[]/.test(token.slice(1).replaceAll("\\t", "")),
  );
}
