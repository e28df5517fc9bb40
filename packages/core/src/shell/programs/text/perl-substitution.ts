import { createMatcher, repeatsGroup, type MatchBudget, type Matcher } from "../../expansion/match-budget.js";
import { readDelimited, take, type Reader } from "./sed-reader.js";

/** What a program does to a record: a line with its line feed, or the whole text. */
export type RecordEdit = (record: string) => string;

/**
 * Compiles a Perl program that consists of `s///`; `undefined` for any other. Not known: other delimiters that are special or
 * brackets than `{}`, flags other than `g`, `i`, `m` and `s`, variables, look-around, and whatever `patternOf` does not translate.
 */
export function parseSubstitutions(
  source: string,
  budget: MatchBudget,
  environment: Environment,
): RecordEdit | undefined {
  const reader: Reader = { source, index: 0, isExtended: true, budget, linesIn: () => undefined };
  const edits: RecordEdit[] = [];
  for (;;) {
    take(reader, /^[\s;]+/);
    if (reader.index === source.length) break;
    const edit = take(reader, /^s(?=[^\w\s])/) === undefined ? undefined : substitution(reader, environment);
    if (!edit || take(reader, /^\s*(?:;|$)/) === undefined) return undefined;
    edits.push(edit);
  }
  return edits.length === 0 ? undefined : (record) => edits.reduce((text, edit) => edit(text), record);
}

/** The value of a variable of the environment; `undefined` if it is not known. */
export type Environment = (name: string) => string | undefined;

/** `{...}{...}`, in which only `$ENV{NAME}` has further braces. */
const IN_BRACES = /^\{([^{}\\]*(?:\\[^{}][^{}\\]*)*)\}\s*\{((?:[^{}\\]|\\[^{}]|\$ENV\{\w+\})*)\}/;

/** The pattern and the replacement. */
function readParts(reader: Reader): { readonly pattern: string; readonly replacement: string } | undefined {
  const inBraces = IN_BRACES.exec(reader.source.slice(reader.index));
  if (inBraces) {
    reader.index += inBraces[0].length;
    return { pattern: inBraces[1] ?? "", replacement: inBraces[2] ?? "" };
  }
  const delimiter = take(reader, /^[/#!,~%:=|]/);
  if (delimiter === undefined) return undefined;
  const { index, source } = reader;
  const pattern = readDelimited(reader, delimiter, false);
  const replacement = pattern === undefined ? undefined : readDelimited(reader, delimiter, false);
  // A delimiter that is special in patterns may be meant as such, or not.
  if (delimiter === "|" && source.slice(index, reader.index).includes("\\|")) return undefined;
  return pattern === undefined || replacement === undefined ? undefined : { pattern, replacement };
}

function substitution(reader: Reader, environment: Environment): RecordEdit | undefined {
  const parts = readParts(reader);
  if (!parts) return undefined;
  const { pattern, replacement } = parts;
  const flags = take(reader, /^[gims]*/) ?? "";
  // An empty pattern stands for the last one that matched.
  if (pattern === "") return undefined;
  // Perl compares bytes, of which only those of ASCII letters have another case.
  if (flags.includes("i") && /[^\0-\x7f]/.test(pattern)) return undefined;
  const translated = patternOf(pattern, flags);
  const pieces = (replacement.match(REPLACEMENT) ?? []).map((piece) => ({
    piece,
    value: variableIn(piece, environment),
  }));
  if (translated === undefined || pieces.map(({ piece }) => piece).join("") !== replacement) return undefined;
  if (pieces.some(({ piece, value }) => piece.startsWith("$ENV") && value === undefined)) return undefined;
  const expression = compile(
    translated,
    `${flags.includes("g") ? "g" : ""}${flags.includes("i") ? "i" : ""}`,
    reader.budget,
  );
  if (!expression) return undefined;
  const insert = (groups: readonly (string | undefined)[]): string =>
    pieces.map(({ piece, value }) => value ?? pieceText(piece, groups)).join("");
  return (record) =>
    expression.replace(record, (...match) =>
      insert(
        match
          .slice(
            0,
            match.findIndex((each) => typeof each === "number"),
          )
          .map((each) => each?.toString()),
      ),
    );
}

function variableIn(piece: string, environment: Environment): string | undefined {
  const name = /^\$ENV\{(\w+)\}$/.exec(piece)?.[1];
  return name === undefined ? undefined : environment(name);
}

/** Text without variables other than those of the environment, escapes, and groups. */
const REPLACEMENT =
  /\$ENV\{[A-Za-z_]\w*\}(?![[{]|->)|[^\\$@]+|\\[nt\\/$@&".#|,!:=~%'(){}[\]+*?^-]|@(?![\w:{$+-])|\$[1-9](?![\w[{]|->)|\$\{[1-9]\}(?![[{]|->)|\$&/g;

function pieceText(piece: string, groups: readonly (string | undefined)[]): string {
  if (piece === "$&") return groups[0] ?? "";
  const group = /^\$\{?(\d)/.exec(piece)?.[1];
  if (group !== undefined) return groups[Number(group)] ?? "";
  if (!piece.startsWith("\\")) return piece;
  return piece === "\\n" ? "\n" : piece === "\\t" ? "\t" : piece.slice(1);
}

/** Translates a pattern whose parts have a counterpart in JavaScript. */
function patternOf(pattern: string, flags: string): string | undefined {
  const isMultiline = flags.includes("m");
  let result = "";
  let position = 0;
  if (repeatsGroup(pattern) || pattern.includes(")?")) return undefined;
  for (const [token, atom = token, repetition = ""] of pattern.matchAll(TOKEN)) {
    position += token.length;
    if (atom === "^") result += isMultiline ? "(?:(?<![^])|(?<=\\n)(?=[^]))" : "(?<![^])";
    else if (atom === "$") result += isMultiline ? "(?=\\n|(?![^]))" : "(?=\\n?(?![^]))";
    else if (atom === ".") result += (flags.includes("s") ? "[^]" : "[^\\n]") + repetition;
    else result += (PLAIN_ESCAPE.test(atom) ? atom.slice(1) : atom) + repetition;
  }
  return position === pattern.length ? result : undefined;
}

/** A backslash before a character that is not special. */
const PLAIN_ESCAPE = /^\\["#@&'!,:=~%<>;` -]$/;

/** A part of a pattern that matches something, and what repeats it; or the start or the end of the record. */
const TOKEN = new RegExp(
  [
    "(?:(",
    [
      String.raw`[\w \t\n"#&'/!,:=~%<>;` + "`-]",
      String.raw`@(?![\w:{$])`,
      String.raw`[^\0-\x7f](?![*+?{])`,
      String.raw`\\[.*+?^$()[\]{}|\\/ntsSdwbW"#@&'!,:=~%<>;` + "` -]",
      String.raw`\[\^?(?:[^\][\\$@]|\\[\][\\nrtsSdDwW./^*+?(){}|$-])+\]`,
      String.raw`\((?:\?:|(?!\?))`,
      String.raw`\)|\||\.`,
    ].join("|"),
    String.raw`)((?:[*+?]|\{\d+(?:,\d*)?\})\??)?|\^|\$(?=$|[)|]))`,
  ].join(""),
  "gy",
);

function compile(source: string, flags: string, budget: MatchBudget): Matcher | undefined {
  try {
    return createMatcher(new RegExp(source, flags), budget);
  } catch {
    // Not a valid pattern: what Perl does with it is not known.
    return undefined;
  }
}
