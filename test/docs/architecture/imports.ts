import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

/** Each folder of core with the folders that its files import from. */
export type FolderImports = ReadonlyMap<string, ReadonlySet<string>>;

const core = "packages/core/src";

/** What core's folders import from each other; the parts of Codex's model count as folders of their own. */
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

/** The imports from which the others follow: none is left to a folder that is reached through another one. */
export function directImports(imports: FolderImports): readonly (readonly [from: string, to: string])[] {
  return [...imports].flatMap(([from, targets]) =>
    [...targets]
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
