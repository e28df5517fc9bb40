import type { RepositoryFiles } from "@gh-aw-lint/core";

/** A repository of files in memory, by their paths. */
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
