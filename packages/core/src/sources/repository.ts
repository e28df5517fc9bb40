import type { SourceFile } from "./source-hash.js";

/**
 * Access to the files related to a given one. Paths use `/`, and are either absolute or relative to the root of the
 * repository, like the path that the caller starts with.
 */
export interface RepositoryFiles {
  /** The file's text; `undefined` if the file does not exist or cannot be read. Never throws. */
  read(path: string): string | undefined;
  /**
   * The names of the files directly in a folder, without their folder; empty if the folder does not exist. Never
   * throws.
   */
  list(folder: string): readonly string[];
}

/** No files: for a text on its own. */
export const noFiles: RepositoryFiles = { read: () => undefined, list: () => [] };

/** A file with its old and its new text. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string;
  readonly text: string;
}

/** A source after changes of some files. */
export function withChanges(source: SourceFile, changes: readonly ChangedFile[]): SourceFile {
  const changed = new Map(changes.map(({ path, text }) => [path, text]));
  const { repository } = source;
  const after: RepositoryFiles = {
    read: (path) => changed.get(path) ?? repository.read(path),
    list: (folder) => repository.list(folder),
  };
  return { ...source, text: changed.get(source.path) ?? source.text, repository: after };
}
