import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../packages/eslint-plugin-gh-aw/docs/rules/", import.meta.url));

/**
 * An example is a lock file, or with `<!-- example: NAME -->` another file in `.github/workflows`, followed by ESLint's output,
 * if any, and the fix, if any. `<!-- beside: NAME -->` before it adds a file next to it. Markdown shows only its front matter,
 * without `---`, which eslint-doc-generator would take for the page's own.
 */
export const examplePattern =
  /(?<=<!-- example(?:: \S+)? -->\n\n```\w+\n)([^]*?)```\n(?:\n```(?:text|diff)\n[^]*?```\n)*/g;

const parts = /<!-- (beside|example)(?:: (\S+))? -->\n\n```\w+\n([^]*?)```\n/g;

/** An example on a rule's page. */
export interface Example {
  readonly text: string;
  /** As the page shows it. */
  readonly block: string;
  /** Its path in the repository. */
  readonly path: string;
  /** The files beside it, by their paths. */
  readonly files: Readonly<Record<string, string>>;
}

/** A rule's page in the documentation. */
export interface RulePage {
  readonly path: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

/** A rule's page in the documentation. */
export function rulePage(rule: string): RulePage {
  const path = `${folder}${rule}.md`;
  const page = readFileSync(path, "utf8");
  const examples: Example[] = [];
  let files: Record<string, string> = {};
  for (const [, kind, name = "test.lock.yml", block = ""] of page.matchAll(parts)) {
    const file = `.github/workflows/${name}`;
    const text = name.endsWith(".md") ? `---\n${block}---\n` : block;
    if (kind === "beside") files[file] = text;
    else {
      examples.push({ text, block, path: file, files });
      files = {};
    }
  }
  return { path, text: page, examples };
}
