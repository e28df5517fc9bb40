import type { RepositoryFiles } from "@gh-aw-lint/core";

/** Files that stand nowhere but in a test, by their paths. */
export function repositoryOf(files: Readonly<Record<string, string>>): RepositoryFiles {
  return {
    read: (path) => files[path],
    list: (folder) =>
      Object.keys(files)
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .filter((name) => !name.includes("/")),
  };
}
