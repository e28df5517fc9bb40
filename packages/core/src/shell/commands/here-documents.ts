import type { Redirection } from "unbash";
import { type Context, originOf } from "../context.js";
import { valueOf } from "../expansion/fields.js";
import { quotedText } from "../expansion/quoted-text.js";
import { partsOf } from "../expansion/word-parts.js";
import { joinValues, textValue, type Value } from "../values/value.js";

/** The text of a here-string (`<<<`) as the command reads it. */
export function hereString(
  redirection: Extract<Redirection, { type: "HereString" }>,
  context: Context,
): Value | undefined {
  if (!redirection.target) return undefined;
  const lineFeed = textValue("\n", originOf(redirection, context));
  return joinValues([valueOf(redirection.target, context), lineFeed]);
}

/** The body of a here-document as the command reads it. */
export function hereDocument(
  redirection: Extract<Redirection, { type: "HereDoc" }>,
  context: Context,
): Value {
  const { body, delimiter } = redirection;
  const quoting = delimiter?.quoted ? "quoted here-document" : "here-document";
  const value = quotedText(partsOf(body), body, quoting, context, redirection.operator === "<<-");
  return { text: delimitedText(value.text, delimiter?.value ?? ""), guesses: value.guesses };
}

/** A body that ends before the line of its delimiter: no edit may join that line to another, or insert another one. */
function delimitedText(text: Value["text"], delimiter: string): Value["text"] {
  return {
    text: text.text,
    startInFile: (offset) => text.startInFile(offset),
    endInFile: (offset) => text.endInFile(offset),
    edit(start, end, replacement) {
      const lines = (text.text.slice(0, start) + replacement + text.text.slice(end)).split("\n");
      // `<<-` strips the tabs before the delimiter.
      const ends = lines.some((line) => line.replace(/^\t+/, "") === delimiter);
      return ends || lines.at(-1) !== "" ? undefined : text.edit(start, end, replacement);
    },
  };
}
