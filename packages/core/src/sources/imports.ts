import { compareCodePoints } from "./canonical-json.js";
import { findFrontMatter } from "./front-matter.js";
import { folderOf, joinPaths, repositoryOf } from "./paths.js";
import type { RepositoryFiles } from "./repository.js";

/** How a compiler finds imports for the hash: newer ones (`uses`) also read `- uses: PATH` and `- path: PATH`. */
export type ImportReading = "plain" | "uses";

/**
 * The imports that a front matter names, found as for gh-aw's hash: line by line, without a YAML parser
 * (frontmatter_hash.go, `extractImportsFromText`), even if a YAML parser would find others.
 */
export function importPaths(frontMatter: string, reading: ImportReading): readonly string[] {
  const paths: string[] = [];
  let block: ImportsBlock | undefined;
  for (const line of frontMatter.split("\n")) {
    const content = line.trim();
    if (content === "" || content.startsWith("#")) continue;
    if (content.startsWith("imports:")) {
      block = { indent: indentOf(line), aw: undefined, isMapping: false };
      continue;
    }
    if (!block) continue;
    const indent = indentOf(line);
    if (indent <= block.indent) break;
    if (readsKey(block, content, indent)) continue;
    const isItem =
      content.startsWith("-") && (!block.isMapping || (block.aw !== undefined && indent > block.aw));
    const path = isItem ? pathOf(content, reading) : "";
    if (path !== "") paths.push(path);
  }
  return paths;
}

/** The state of reading `imports:`. */
interface ImportsBlock {
  readonly indent: number;
  /** The indentation of the key `aw`, while its list is read. */
  aw: number | undefined;
  /** Whether `imports:` is a mapping, in which only the list of `aw` names files. */
  isMapping: boolean;
}

function readsKey(block: ImportsBlock, content: string, indent: number): boolean {
  if (indent !== block.indent + 2) return false;
  if (content.startsWith("aw:")) {
    block.isMapping = true;
    block.aw = indent;
    return true;
  }
  if (!block.isMapping || content.startsWith("-") || !content.includes(":")) return false;
  block.aw = undefined;
  return true;
}

function pathOf(item: string, reading: ImportReading): string {
  const value = item.slice(1).trim();
  const path = reading === "uses" ? value.replace(/^(?:uses|path):/, "").trim() : value;
  return trimQuotes(path);
}

function trimQuotes(text: string): string {
  const isQuote = (character: string | undefined): boolean => character === '"' || character === "'";
  let [start, end] = [0, text.length];
  while (start < end && isQuote(text[start])) start++;
  while (end > start && isQuote(text[end - 1])) end--;
  return text.slice(start, end);
}

function indentOf(line: string): number {
  return line.length - line.replace(/^[ \t]+/, "").length;
}

/** A file that another one imports. */
export interface ImportedFile {
  /** The path as written in the import. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly frontMatter: string;
  readonly body: string;
}

/** The files that a source imports, directly or indirectly. */
export interface Imports {
  /** In the order in which gh-aw reads them, each once. */
  readonly files: readonly ImportedFile[];
  /** Names of local Markdown files that do not exist, because of which a hash may differ. */
  readonly missing: readonly string[];
}

/**
 * The files that a front matter imports (frontmatter_hash.go, `processImportsTextBased`, which skips missing files).
 */
export function importedFiles(
  frontMatter: string,
  path: string,
  reading: ImportReading,
  repository: RepositoryFiles,
): Imports {
  const files: ImportedFile[] = [];
  const missing: string[] = [];
  const visited = new Set<string>();

  function visit(text: string, folder: string): void {
    for (const name of [...importPaths(text, reading)].sort(compareCodePoints)) {
      const imported = joinPaths(folder, name);
      if (visited.has(imported)) continue;
      visited.add(imported);
      const content = repository.read(imported);
      const parts = content === undefined ? undefined : partsOf(content);
      if (content !== undefined && parts) {
        files.push({ name, path: imported, text: content, ...parts });
        visit(parts.frontMatter, folderOf(imported));
      } else if (content === undefined && isLocalFile(name) && !isReadElsewhere(name)) missing.push(name);
    }
  }

  /**
   * Whether the name is a path from the repository's root: the compiler imports such a file but skips it for the hash.
   */
  function isReadElsewhere(name: string): boolean {
    const root = repositoryOf(path);
    return (
      root !== undefined &&
      name.startsWith(".github/") &&
      repository.read(joinPaths(root, name)) !== undefined
    );
  }

  visit(frontMatter, folderOf(path));
  return { files, missing };
}

/** The front matter and the body of a Markdown file; `undefined` if its front matter has no end. */
export function partsOf(text: string): { readonly frontMatter: string; readonly body: string } | undefined {
  const found = findFrontMatter(text);
  if (found === "unclosed") return undefined;
  if (!found) return { frontMatter: "", body: text };
  const { span, body } = found;
  return { frontMatter: text.slice(span.start, span.end), body: text.slice(body.start, body.end) };
}

/** Whether an import is a local file, not `OWNER/REPO/PATH@REF`, which the compiler fetches and never hashes. */
function isLocalFile(name: string): boolean {
  const [file = ""] = name.split("#");
  return file.endsWith(".md") && !name.includes("@") && !/^(?:uses|path):/.test(name);
}
