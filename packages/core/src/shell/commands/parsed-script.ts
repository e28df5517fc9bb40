import { parse, type Statement } from "unbash";
import { lineStart, memoizeByObject, type MappedText } from "../../text/index.js";

/** A script as Bash gets it. */
export interface ParsedScript {
  /** Those that Bash runs before it comes to a line that it cannot parse, if there is one. */
  readonly statements: readonly Statement[];
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
  if (!error) return { statements: commands, isWhole: true };
  return { statements: statementsBefore(text, error.pos, commands), isWhole: false };
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
