import { lineFeedAfter, lineStart, nextLineStart, type Span } from "../text/index.js";

/** gh-aw indents the items of `steps:` by six spaces, and what belongs to an item by more. */
const ITEM = 6;

/**
 * The step around an offset of a file that gh-aw compiled, from its first line to the next line that does not belong to
 * it; `undefined` if the lines around are not those of a step. It reads only the step: gh-aw ends each quoted value on
 * its line, so that no line inside a value looks like a step, and has no other list of mappings with that indentation.
 */
export function compiledStepAt(text: string, offset: number): Span | undefined {
  let start = lineStart(text, offset);
  while (belongsToItem(text, start)) {
    if (start === 0) return undefined;
    start = lineStart(text, start - 1);
  }
  ITEM_LINE.lastIndex = start;
  if (!ITEM_LINE.test(text)) return undefined;
  let end = nextLineStart(text, offset);
  while (end < text.length && belongsToItem(text, end)) end = nextLineStart(text, end);
  return { start, end };
}

const ITEM_LINE = / {6}- \w+:/y;

/** Whether a line is blank or indented more than an item. */
function belongsToItem(text: string, line: number): boolean {
  let spaces = 0;
  while (spaces <= ITEM && text[line + spaces] === " ") spaces++;
  return spaces > ITEM || text.slice(line, lineFeedAfter(text, line)).trim() === "";
}
