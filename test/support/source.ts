import { createHash } from "node:crypto";

/** A source with this front matter. */
export function source(frontMatter: string, body = "Do it.\n"): string {
  return `---\n${frontMatter}---\n\n${body}`;
}

/**
 * The hash of a front matter without imports and expressions, computed independently of the sources under test: the canonical
 * JSON of upstream's specification, with only the text.
 */
export function hashOfFrontMatter(frontMatter: string): string {
  const json = JSON.stringify({ "frontmatter-text": frontMatter.replaceAll("\r\n", "\n").trim() });
  return createHash("sha256").update(json, "utf8").digest("hex");
}

/** The header of a lock file with this hash. */
export function lockWithHash(hash: string, more: Readonly<Record<string, string>> = {}): string {
  const metadata = { schema_version: "v3", frontmatter_hash: hash, compiler_version: "v0.72.1", ...more };
  return `# gh-aw-metadata: ${JSON.stringify(metadata)}\nname: Test\non:\n  workflow_dispatch:\njobs:\n  agent:\n    runs-on: ubuntu-latest\n    steps:\n      - run: claude --print # eslint-disable-line\n`;
}
