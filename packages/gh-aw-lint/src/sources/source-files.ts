import { findFrontMatter, lockPathOf, sourcePathOf } from "eslint-plugin-gh-aw/core";
import { diskFiles } from "../files/disk-files.js";

/** The Markdown sources of lock files, in the same order; absolute. */
export function sourcesBeside(locks: readonly string[]): readonly string[] {
  const sources = locks.filter((path) => /\.lock\.ya?ml$/.test(path)).map(sourcePathOf);
  return [...new Set(sources)].filter((source) => {
    const text = diskFiles.read(source);
    return text !== undefined && typeof findFrontMatter(text) === "object";
  });
}

/** If the user names a source, its lock file is linted, too. */
export function lockFileOf(path: string): string {
  return path.endsWith(".md") ? lockPathOf(path) : path;
}
