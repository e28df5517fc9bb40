import { parse, type Statement } from "unbash";
import { memoizeByObject, type MappedText } from "../../text/index.js";

/** A script as Bash gets it. */
export interface ParsedScript {
  /** `undefined` if Bash cannot parse it. */
  readonly statements: readonly Statement[] | undefined;
}

/** Parses a script, once: steps that a fix leaves alone run again when it is tried. */
export const parseScript: (script: MappedText) => ParsedScript = memoizeByObject((script) => {
  const { commands, errors = [] } = parse(script.text);
  // A here-document that runs to the script's end is no error to Bash, which only warns.
  return { statements: errors.length > 0 ? undefined : commands };
});
