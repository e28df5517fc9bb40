import { findFrontMatter } from "./front-matter.js";
import { importPaths, type ImportReading } from "./import-paths.js";
import { folderOf, joinPaths, repositoryOf } from "./paths.js";
import { compareCodePoints } from "./code-points.js";
import type { RepositoryFiles } from "./repository-files.js";

/** A file that another one imports. */
export interface ImportedFile {
  /** As the import names it. */
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly frontMatter: string;
  readonly body: string;
}

export interface Imports {
  /** In the order in which gh-aw meets them, those of imports included, each once. */
  readonly files: readonly ImportedFile[];
  /** Names of Markdown files in the repository that are not there: why a hash may differ is not known then. */
  readonly missing: readonly string[];
}

/** The files that a front matter imports (frontmatter_hash.go, `processImportsTextBased`): those missing are skipped. */
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

  /** By a path from the repository's root the compiler imports a file, too, but skips it for the hash. */
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

/** The two parts of a Markdown file; `undefined` where its front matter has no end. */
export function partsOf(text: string): { readonly frontMatter: string; readonly body: string } | undefined {
  const found = findFrontMatter(text);
  if (found === "unclosed") return undefined;
  if (!found) return { frontMatter: "", body: text };
  const { span, body } = found;
  return { frontMatter: text.slice(span.start, span.end), body: text.slice(body.start, body.end) };
}

/** Not `OWNER/REPO/PATH@REF`, which the compiler fetches and which never counts in the hash. */
function isLocalFile(name: string): boolean {
  const [file = ""] = name.split("#");
  return file.endsWith(".md") && !name.includes("@") && !/^(?:uses|path):/.test(name);
}
