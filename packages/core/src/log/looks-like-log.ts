import { isTimed } from "./clean-line.js";

/** So many lines at the top tell what a text is. */
const LINES = 200;

/** Whether most lines at the top of a text start with the time, as those of GitHub's and of Codex's logs do. */
export function looksLikeLog(text: string): boolean {
  const lines = text
    .split("\n", LINES)
    .map((line) => line.slice(0, 1000))
    .filter((line) => line.trim() !== "");
  return lines.length > 0 && lines.filter(isTimed).length * 2 > lines.length;
}
