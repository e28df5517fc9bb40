import { parse, type Statement } from "unbash";
import { lineStart, memoizeByObject, type MappedText } from "../../text/index.js";

/** A script as Bash gets it. */
export interface ParsedScript {
  /**
   * Those that Bash runs before it comes to a line that it cannot parse, if there is one: a list for those that share
   * a line, which Bash reads at once.
   */
  readonly lines: readonly (readonly Statement[])[];
  /** Whether Bash can parse all of it. */
  readonly isWhole: boolean;
}

/** Parses a script, once: steps that a fix leaves alone run again when it is tried. */
export const parseScript: (script: MappedText) => ParsedScript = memoizeByObject(({ text }) =>
  parseText(text),
);

/** Texts of scripts within scripts, which are made anew on each way, and what they were parsed to. */
const parsed = new Map<string, ParsedScript>();
const MOST_PARSED = 200;
const LONGEST_PARSED = 20_000;

function parseText(text: string): ParsedScript {
  if (text.length > LONGEST_PARSED) return computeStatements(text);
  let script = parsed.get(text);
  if (!script) {
    if (parsed.size >= MOST_PARSED) parsed.clear();
    parsed.set(text, (script = computeStatements(text)));
  }
  return script;
}

function computeStatements(text: string): ParsedScript {
  const { commands, errors = [] } = parse(text);
  const [error] = errors;
  // A here-document that runs to the script's end is no error to Bash, which only warns.
  if (!error) return { lines: linesOf(text, commands), isWhole: true };
  return { lines: linesOf(text, statementsBefore(text, error.pos, commands)), isWhole: false };
}

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

/** More statements than these on the lines before an error are not tried. */
const MAX_ATTEMPTS = 20;

/** Bash reads a script command by command: what comes on earlier lines than the one that is wrong has run. */
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
