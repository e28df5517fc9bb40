import { styleText } from "node:util";

/** Gives a text a color or a weight, or leaves it as it is. */
export type Style = (format: Parameters<typeof styleText>[0], text: string) => string;

/** The styles of an output, all of which do nothing if it is not colored. */
export function styleFor(isColored: boolean): Style {
  return isColored ? (format, text) => styleText(format, text, { validateStream: false }) : (_, text) => text;
}
