import type { FlowStyle } from "./node.js";

/** A scalar on one line. */
export interface UsualScalar {
  readonly style: FlowStyle;
  /** The offset after its last character, quotes included. */
  readonly end: number;
  readonly value: string;
}

/** The parser decides about a scalar that starts with any other character. */
const PLAIN = /[\w/.$(~][^\n\t]*$/my;
const QUOTED = /(?:"([^"\\\n\t]*)"|'([^'\n\t]*)')(?= *$| +#)/my;

/** Reads a scalar that is plain, or quoted without escapes, on one line; `undefined` for anything else. */
export function usualScalar(text: string, start: number): UsualScalar | undefined {
  QUOTED.lastIndex = start;
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const style = quoted[1] === undefined ? "single-quoted" : "double-quoted";
    return { style, end: QUOTED.lastIndex, value: quoted[1] ?? quoted[2] ?? "" };
  }
  PLAIN.lastIndex = start;
  const plain = PLAIN.exec(text)?.[0];
  if (plain === undefined || plain.includes(": ") || plain.endsWith(":")) return undefined;
  const comment = plain.indexOf(" #");
  let length = comment === -1 ? plain.length : comment;
  while (plain[length - 1] === " ") length--;
  return { style: "plain", end: start + length, value: plain.slice(0, length) };
}
