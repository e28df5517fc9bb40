import type { SourceFile } from "@gh-aw-lint/core";
import type { Compiler } from "./generations.js";
import { lockFile, type LockFile } from "./lock-file.js";
import { repositoryOf } from "./repository.js";
import { hashOfFrontMatter } from "./source.js";

/** The folder of the workflows in these tests. */
export const workflowsFolder = "/repo/.github/workflows/";

/** A lock file with the hash of a source in its header. */
export function withHash(lock: string, hash: string): string {
  return lock.replace(/^# gh-aw-metadata: \{/, `$&"frontmatter_hash":"${hash}",`);
}

/** A lock file as a generation of the compiler writes it from a front matter without imports. */
export function compiled(
  compiler: Compiler,
  frontMatter: string,
  options: Omit<LockFile, "compiler"> = {},
): string {
  return withHash(lockFile({ ...options, compiler }), hashOfFrontMatter(frontMatter));
}

/** A file of a repository that has these files in `.github/workflows`. */
export function sourceFile(files: Readonly<Record<string, string>>, name = "test.md"): SourceFile {
  const paths = Object.entries(files).map(([file, text]) => [workflowsFolder + file, text] as const);
  return {
    path: workflowsFolder + name,
    text: files[name]!,
    repository: repositoryOf(Object.fromEntries(paths)),
  };
}
