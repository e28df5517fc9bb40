import type { Span } from "../text/index.js";

/** `|`, `>2-` and the like. */
export interface BlockHeader {
  readonly folded: boolean;
  /** `-` drops the line ends after the last line, `+` keeps them, without either one is kept. */
  readonly chomping: "" | "-" | "+";
  /** A digit says how far the lines are indented; otherwise the first line shows it. */
  readonly explicitIndent: boolean;
  /** Where the first line of the content starts. */
  readonly end: number;
}

export function readBlockHeader(text: string, span: Span): BlockHeader {
  let chomping: BlockHeader["chomping"] = "";
  let explicitIndent = false;
  let position = span.start + 1;
  for (; position < span.end; position++) {
    const indicator = text.charAt(position);
    if (indicator === "-" || indicator === "+") chomping = indicator;
    else if (indicator >= "1" && indicator <= "9") explicitIndent = true;
    else break;
  }
  const lineFeed = text.indexOf("\n", position);
  const end = lineFeed === -1 || lineFeed >= span.end ? span.end : lineFeed + 1;
  return { folded: text[span.start] === ">", chomping, explicitIndent, end };
}
