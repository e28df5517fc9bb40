import { joinTexts } from "../../values/text-limit.js";

/** The lines of a text, without their line feeds. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

/** The lines, each with a line feed; `undefined` if they are too long. */
export function joinLines(lines: readonly string[]): string | undefined {
  return joinTexts(lines.map((line) => `${line}\n`));
}
