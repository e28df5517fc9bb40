import type { Matcher } from "../../expansion/match-budget.js";
import { type Awk, readJoined, readRegularExpression, readText } from "./awk-expression.js";
import type { Statement } from "./awk-statement.js";
import { compilePattern } from "./sed-pattern.js";
import { take } from "./sed-reader.js";

/** `sub(/a/, "b")` and `gsub`, which change the line; not known with another target. */
export function readSubstitution(reader: Awk, isGlobal: boolean): Statement | undefined {
  if (!reader.hasRecord || take(reader, /^\(\s*/) === undefined) return undefined;
  const expression = readPattern(reader, isGlobal ? "g" : "");
  // How often an empty text matches is not followed.
  if (!expression || (isGlobal && expression.test("")) || take(reader, /^\s*,\s*/) === undefined)
    return undefined;
  const replacement = readJoined(reader, /^\s*(?=[,)])/);
  if (!replacement || take(reader, /^(?:,\s*\$0\s*)?\)/) === undefined) return undefined;
  const { memory } = reader;
  return (run) => {
    const { text } = replacement(run.record);
    // What a backslash means depends on the version.
    if (text.includes("\\")) memory.isUnsure = true;
    const { line } = run.record;
    const changed = expression.replace(line, (found) => text.replaceAll("&", () => String(found)));
    if (changed !== line) run.record = run.changed(changed);
    return undefined;
  };
}

/** A regular expression, or a text without special characters. */
function readPattern(reader: Awk, flags: string): Matcher | undefined {
  const text = readText(reader);
  if (text === undefined) return readRegularExpression(reader, flags);
  return /^[\w \-%@#/:=,<>~!&;']+$/.test(text) ? compilePattern(text, true, flags, reader.budget) : undefined;
}
