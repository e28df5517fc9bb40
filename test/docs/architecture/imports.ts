import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** Each folder of core with the folders that its files import from. */
export type FolderImports = ReadonlyMap<string, ReadonlySet<string>>;

const core = "packages/core/src";

/** The imports between core's folders; the folders in `codex` count separately. */
export function folderImports(): FolderImports {
  const imports = new Map<string, Set<string>>();
  const files = readdirSync(core, { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".ts") && path.includes(sep),
  );
  for (const file of files.sort().map((path) => join(core, path))) {
    const folder = folderOf(file);
    const targets = imports.get(folder) ?? new Set();
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      const target = fileName.startsWith(".") ? folderOf(join(dirname(file), fileName)) : folder;
      if (target !== folder) targets.add(target);
    }
    imports.set(folder, targets);
  }
  return imports;
}

/** The direct imports, sorted: without imports from folders that are also reached through another folder. */
export function directImports(imports: FolderImports): readonly (readonly [from: string, to: string])[] {
  return [...imports].flatMap(([from, targets]) =>
    [...targets]
      .sort()
      .filter((to) => ![...targets].some((other) => other !== to && reaches(imports, other, to)))
      .map((to) => [from, to] as const),
  );
}

function reaches(imports: FolderImports, from: string, to: string): boolean {
  return [...(imports.get(from) ?? [])].some((next) => next === to || reaches(imports, next, to));
}

function folderOf(file: string): string {
  const [folder = "", part] = relative(core, file).split(sep);
  return folder === "codex" ? `${folder}/${part}` : folder;
}
