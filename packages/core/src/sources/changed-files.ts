import type { RepositoryFiles } from "./repository-files.js";
import type { SourceFile } from "./source-hash.js";

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
