import { joinPaths, sourceFolderOf } from "./paths.js";
import { importsOf, type SourceFile } from "./source-hash.js";

/** The sources whose hash includes a file: the file itself, and all sources that import it. */
export function usersOf({ path, text, repository }: SourceFile): readonly SourceFile[] {
  const folder = sourceFolderOf(path);
  const others = repository
    .list(folder)
    .filter((name) => name.endsWith(".md"))
    .map((name) => (folder === "." ? name : joinPaths(folder, name)))
    .filter((other) => other !== path)
    .flatMap((other): SourceFile[] => {
      const read = repository.read(other);
      return read === undefined ? [] : [{ path: other, text: read, repository }];
    });
  const file: SourceFile = { path, text, repository };
  return [file].concat(others.filter((other) => imports(other, path)));
}

function imports(source: SourceFile, path: string): boolean {
  return importsOf(source, "uses").files.some((file) => file.path === path);
}
