import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { didYouMean } from "../did-you-mean.js";
import { UsageError } from "../usage-error.js";

/** The pages come with the plugin. */
const folder = join(
  createRequire(import.meta.url).resolve("eslint-plugin-gh-aw/package.json"),
  "../docs/rules",
);

/** A rule's name without its plugin's. */
export function ruleName(rule: string): string {
  return rule.replace(/^gh-aw\//, "");
}

/** The page of a rule, in Markdown. */
export function rulePage(rule: string): string {
  const names = readdirSync(folder).map((file) => file.replace(/\.md$/, ""));
  const name = ruleName(rule);
  if (names.includes(name)) return readFileSync(join(folder, `${name}.md`), "utf8");
  const list = names.map((known) => `  ${known}\n`).join("");
  throw new UsageError(`There is no rule \`${rule}\`.${didYouMean(name, names)} The rules are:\n\n${list}`);
}
