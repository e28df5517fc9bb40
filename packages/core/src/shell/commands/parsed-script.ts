import { parse, type Statement } from "unbash";
import { lineStart, memoizeByObject, type MappedText } from "../../text/index.js";

/** A script, parsed as Bash does. */
export interface ParsedScript {
  /**
   * The statements that Bash runs: all, or those before a line that it cannot parse. Each list holds the statements of
   * one line, which Bash reads at once.
   */
  readonly lines: readonly (readonly Statement[])[];
  /** Whether Bash can parse the whole script. */
  readonly isWhole: boolean;
}

/** Parses a script, once: when a fix is tried, the steps that it does not change run again. */
export const parseScript: (script: MappedText) => ParsedScript = memoizeByObject(({ text }) =>
  parseText(text),
);

/** Parsed scripts by text: each way creates the texts of nested scripts anew. */
const parsed = new Map<string, ParsedScript>();
const MAX_PARSED = 200;
const LONGEST_PARSED = 20_000;

function parseText(text: string): ParsedScript {
  if (text.length > LONGEST_PARSED) return computeStatements(text);
  let script = parsed.get(text);
  if (!script) {
    if (parsed.size >= MAX_PARSED) parsed.clear();
    parsed.set(text, (script = computeStatements(text)));
  }
  return script;
}

function computeStatements(text: string): ParsedScript {
  const { commands, errors = [] } = parseWithoutKeywords(text);
  const [error] = errors;
  // Bash only warns of a here-document that the script's end closes.
  if (!error) return { lines: linesOf(text, commands), isWhole: true };
  return { lines: linesOf(text, statementsBefore(text, error.pos, commands)), isWhole: false };
}

/**
 * Parses a script. The parser takes each word `case` in `$(...)` for the start of a command, also in
 * `$(git log --grep case)`, and then finds no end. Such a word is parsed in upper case: the model reads words in the script.
 */
function parseWithoutKeywords(text: string): ReturnType<typeof parse> {
  const script = parse(text);
  if (!script.errors?.some(({ message }) => message === "unterminated command substitution")) return script;
  const other = parse(text.replace(ARGUMENT, "CASE"));
  return (other.errors ?? []).length === 0 ? other : script;
}

/** A word `case` that is an argument, because a word that is no keyword is before it in its line. */
const ARGUMENT =
  /(?<=(?<!(?:^|[\s;&|(])(?:if|then|do|else|elif|while|until|time))[\w"'}.,:\]][ \t])case(?=[ \t\n;)|&]|$)/gm;

function linesOf(text: string, statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const lines: Statement[][] = [];
  let end = 0;
  for (const statement of statements) {
    const last = lines.at(-1);
    if (last && !text.slice(end, statement.pos).includes("\n")) last.push(statement);
    else lines.push([statement]);
    end = statement.end;
  }
  return lines;
}

/** The number of statements before an error that are tried as the last one. */
const MAX_ATTEMPTS = 20;

/** Bash reads a script command by command, so the commands on lines before an error have run. */
function statementsBefore(
  text: string,
  error: number,
  statements: readonly Statement[],
): readonly Statement[] {
  const starts = statements.map(({ pos }) => pos).filter((pos) => pos <= error);
  for (const start of [error, ...starts.reverse()].slice(0, MAX_ATTEMPTS)) {
    const { commands, errors = [] } = parse(text.slice(0, lineStart(text, Math.min(start, text.length))));
    if (errors.length === 0) return commands;
  }
  return [];
}
