import { stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { withSlashes } from "./paths.js";
import { UsageError } from "./usage-error.js";

const defaultFolder = join(".github", "workflows");
const lockFiles = "*.lock.{yml,yaml}";

/**
 * The lock files to lint: files as they are given, those in folders at any depth, those that a pattern matches, and
 * without any of these those of `.github/workflows`.
 *
 * @returns absolute paths without repetition, sorted within each folder
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<readonly string[]> {
  if (paths.length === 0) return await filesOfRepository(cwd);
  const files = new Set<string>();
  for (const path of paths) for (const file of await filesOf(path, cwd)) files.add(file);
  return [...files];
}

async function filesOfRepository(cwd: string): Promise<readonly string[]> {
  const files = await search(lockFiles, resolve(cwd, defaultFolder));
  if (files.length > 0) return files;
  throw new UsageError(
    `There is no \`*.lock.yml\` file in \`${withSlashes(defaultFolder)}\`. Run it in the folder of a repository that has ` +
      "compiled workflows (`gh aw compile`), or name files or folders.",
  );
}

async function filesOf(path: string, cwd: string): Promise<readonly string[]> {
  const absolute = resolve(cwd, path);
  const stats = await stat(absolute).catch(() => undefined);
  if (stats?.isDirectory()) {
    const files = await search(`**/${lockFiles}`, absolute);
    if (files.length > 0) return files;
    throw new UsageError(`There is no \`*.lock.yml\` file in \`${path}\`.`);
  }
  if (stats) return [await yamlFile(path, absolute)];
  if (!isDynamicPattern(withSlashes(path))) throw new UsageError(`\`${path}\` does not exist.`);
  const files = await search(withSlashes(path), cwd);
  if (files.length > 0) return files;
  throw new UsageError(`No file matches \`${path}\`.`);
}

/** What is named is linted, however it is called, if it may be a workflow at all. */
async function yamlFile(path: string, absolute: string): Promise<string> {
  const extension = extname(absolute);
  if (extension === ".yml" || extension === ".yaml") return absolute;
  const compiled = (source: string): string =>
    source.slice(0, source.length - extension.length) + ".lock.yml";
  const exists = await stat(compiled(absolute)).catch(() => undefined);
  const hint = exists ? ` Did you mean \`${compiled(path)}\`?` : "";
  throw new UsageError(`\`${path}\` is not a YAML file.${hint}`);
}

async function search(pattern: string, cwd: string): Promise<readonly string[]> {
  const files = await glob(pattern, {
    ...{ cwd, absolute: true, dot: true, followSymbolicLinks: false, expandDirectories: false },
    ignore: ["**/node_modules/**", "**/.git/**"],
  });
  return files.map((file) => resolve(file)).sort();
}
