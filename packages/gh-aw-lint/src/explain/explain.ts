import { wantsColor, type Terminal } from "../terminal.js";
import { colorMarkdown } from "./markdown.js";
import { rulePage } from "./page.js";

/** Prints a rule's page, without the comments for our own tools; highlighted on a terminal. */
export function explain(rule: string, terminal: Terminal): void {
  const page = rulePage(rule).replaceAll(/<!--[^>]*-->\n\n?/g, "");
  terminal.stdout.write(wantsColor(terminal) ? colorMarkdown(page) : page);
}
