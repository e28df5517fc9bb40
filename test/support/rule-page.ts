import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../packages/eslint-plugin-gh-aw/docs/rules/", import.meta.url));

/** An example is a lock file, then what ESLint prints of it, if it prints anything, then the fix, if there is one. */
export const examplePattern =
  /(?<=<!-- example -->\n\n```yaml\n)([^]*?)```\n(?:\n```(?:text|diff)\n[^]*?```\n)*/g;

export interface RulePage {
  readonly path: string;
  readonly text: string;
  /** The lock files of its examples. */
  readonly examples: readonly string[];
}

/** A rule's page in the documentation. */
export function rulePage(rule: string): RulePage {
  const path = `${folder}${rule}.md`;
  const text = readFileSync(path, "utf8");
  return { path, text, examples: Array.from(text.matchAll(examplePattern), ([, example]) => example!) };
}
