import type { Encode } from "../text/index.js";
import { isPrintable } from "./printable.js";

/** Writes lines as a block scalar holds them. Blank ones stay without indentation. */
export function blockEncoder(folded: boolean, indent: number, lineEnd: string): Encode {
  const spaces = " ".repeat(indent);
  // A single line end in folded text would come out as a space.
  const afterText = folded ? lineEnd + lineEnd : lineEnd;

  return (text, wholeLines) => {
    if (!isPrintable(text)) return undefined;
    const lines = text.split("\n");
    const rest = lines.pop() ?? "";
    let result = "";
    lines.forEach((line, index) => {
      // The first part of a line stands after others that have its indentation.
      const continued = index === 0 && !wholeLines;
      if (line === "" && !continued) result += lineEnd;
      else result += (continued ? "" : spaces) + line + afterText;
    });
    return wholeLines || lines.length === 0 ? result + rest : result + spaces + rest;
  };
}
