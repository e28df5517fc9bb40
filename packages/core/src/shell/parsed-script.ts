import { parse, type Statement } from "unbash";
import { memoizeByObject, type MappedText } from "../text/index.js";
import { replaceExpressions } from "./expressions.js";

/** A script as Bash gets it. */
export interface ParsedScript {
  /** What the nodes' offsets index. */
  readonly shellText: MappedText;
  /** `undefined` if Bash cannot parse it. */
  readonly statements: readonly Statement[] | undefined;
}

/** Parses a script, once: steps that a fix leaves alone run again when it is tried. */
export const parseScript: (script: MappedText) => ParsedScript = memoizeByObject((script) => {
  const shellText = replaceExpressions(script);
  const { commands, errors = [] } = parse(shellText.text);
  // A here-document that runs to the script's end is no error to Bash, which only warns.
  return { shellText, statements: errors.length > 0 ? undefined : commands };
});
