import { WORKSPACE } from "../execution/index.js";
import { type CallWord, displayOf } from "../shell/index.js";

const MAX_LENGTH = 80;

/** What stands for an unknown value without a name, such as the output of another step. */
const NAMELESS = "${...}";

/** How a value spells the folder of the checkout: with the repository's name by name, or as a value from another step. */
const CHECKOUTS = [displayOf(WORKSPACE), displayOf(WORKSPACE).replaceAll(/\$\{\w+\}/g, NAMELESS)];

/** Words that name a program, as code of a message, in one line. */
export function spelled(words: readonly CallWord[]): string {
  const text = words
    .map(({ value }) =>
      CHECKOUTS.reduce((rest, folder) => rest.replaceAll(folder, "$GITHUB_WORKSPACE"), value),
    )
    .join(" ")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll("`", "'");
  if (text === NAMELESS) return "a program that this file does not name";
  return `\`${text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH).trimEnd()}...` : text}\``;
}
