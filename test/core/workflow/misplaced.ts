import { parse } from "yaml";
import type { MappedText } from "../../../packages/core/src/text/index.js";

/** The characters of a scalar's text that are mapped to neither themselves nor their escape or fold in the file. */
export function misplacedCharacters(file: string, script: MappedText): string[] {
  const { text } = script;
  const misplaced: string[] = [];
  for (let offset = 0; offset < text.length; offset++) {
    const source = file.slice(script.startInFile(offset), script.endInFile(offset + 1));
    const character = text.charAt(offset);
    if (!makes(source, character))
      misplaced.push(`${JSON.stringify(character)} at ${JSON.stringify(source)}`);
  }
  return misplaced;
}

function makes(source: string, character: string): boolean {
  if (source === character) return true;
  // Line endings and folds; the end of the file also counts as a line ending.
  if (character === " " || character === "\n") {
    if (/^\s*$/.test(source)) return true;
  }
  if (source === "''") return character === "'";
  return source.startsWith("\\") && String(parse(`"${source}"`)).includes(character);
}
