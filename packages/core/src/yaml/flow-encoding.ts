import type { Encode } from "../text/index.js";
import { escapeCharacter } from "./double-quoted-escape.js";
import { isNullWord, type FlowStyle } from "./yaml-node.js";
import { escapeUnprintable, isPrintable } from "./printable.js";

/** Writes text on one line, as plain and quoted scalars hold it. */
export function flowEncoder(style: FlowStyle): Encode {
  switch (style) {
    case "plain":
      return (text) => (isOneLine(text) ? text : undefined);
    case "single-quoted":
      return (text) => (isOneLine(text) ? text.replaceAll("'", "''") : undefined);
    case "double-quoted":
      return (text) => escapeUnprintable(text.replace(/["\\\t\n]/g, escapeCharacter), escapeCharacter);
  }
}

function isOneLine(text: string): boolean {
  return isPrintable(text) && !text.includes("\n");
}

/** `source` can stand as plain text: it is no null, and no comment, key, list or other style begins in it. */
export function isPlain(source: string, inFlow: boolean): boolean {
  return (
    !isNullWord(source) &&
    !/^\s|\s$/.test(source) &&
    !/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)/.test(source) &&
    !/\s#|:(?:\s|$)/.test(source) &&
    !(inFlow && /[,[\]{}]/.test(source))
  );
}
