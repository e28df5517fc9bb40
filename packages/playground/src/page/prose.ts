import { element } from "./element.js";

/** A sentence with code between backticks, as nodes. */
export function prose(text: string): readonly (Node | string)[] {
  return text.split("`").flatMap((part, index, { length }): readonly (Node | string)[] => {
    if (part === "") return [];
    // An unmatched backtick at the end opens nothing.
    const isCode = index % 2 === 1 && index < length - 1;
    return isCode ? [element("code", {}, part)] : [part];
  });
}
