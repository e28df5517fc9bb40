import { isTimed } from "./clean-line.js";

/** The number of lines to check. */
const LINES = 200;

/** Whether most of the first lines of a text start with a timestamp, as in GitHub's and Codex's logs. */
export function looksLikeLog(text: string): boolean {
  const lines = text
    .split("\n", LINES)
    .map((line) => line.slice(0, 1000))
    .filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.filter(isTimed).length * 2 > lines.length;
}
