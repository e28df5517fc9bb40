import type { SourceFile } from "./source-hash.js";

/**
 * How to reach the files that stand beside the one at hand. Paths have slashes, and may be absolute or begin at the
 * root of the repository: whichever a caller begins with, the others follow from it.
 */
export interface RepositoryFiles {
  /** The file's text; `undefined` where there is no such file or it cannot be read. Never throws. */
  read(path: string): string | undefined;
  /** The names of the files directly in a folder, without their folder; empty where there is none. Never throws. */
  list(folder: string): readonly string[];
}

/** No file at all: for a text that stands alone. */
export const noFiles: RepositoryFiles = { read: () => undefined, list: () => [] };

/** A file with the text that it is to have. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

/** A source as it stands when some files have changed. */
export function withChanges(source: SourceFile, changes: readonly ChangedFile[]): SourceFile {
  const changed = new Map(changes.map(({ path, text }) => [path, text]));
  const { repository } = source;
  const after: RepositoryFiles = {
    read: (path) => changed.get(path) ?? repository.read(path),
    list: (folder) => repository.list(folder),
  };
  return { ...source, text: changed.get(source.path) ?? source.text, repository: after };
}
