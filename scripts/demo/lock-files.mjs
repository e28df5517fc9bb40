import { readdir, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";

/** An error of the user. The demo prints only its message. */
export class UsageError extends Error {}

/** The user's folder. npm runs scripts in the repository's folder, wherever the user called it. */
export const callersFolder = process.env.INIT_CWD ?? process.cwd();

/**
 * The given files, and the lock files in the given folders, at any depth.
 *
 * @param {readonly string[]} paths
 * @returns {Promise<readonly string[]>} absolute paths, sorted within each folder
 */
export async function findLockFiles(paths) {
  /** @type {Set<string>} */
  const files = new Set();
  for (const path of paths) {
    const absolute = resolve(callersFolder, path);
    const stats = await stat(absolute).catch(() => undefined);
    if (!stats) throw new UsageError(`\`${path}\` does not exist.`);
    if (!stats.isDirectory()) {
      files.add(absolute);
      continue;
    }
    const found = await lockFilesIn(absolute);
    if (found.length === 0) throw new UsageError(`There is no \`*.lock.yml\` file in \`${path}\`.`);
    for (const file of found) files.add(file);
  }
  return [...files];
}

/**
 * @param {string} folder
 * @returns {Promise<readonly string[]>}
 */
async function lockFilesIn(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === "node_modules" || entry.name === ".git" ? [] : await lockFilesIn(path);
      }
      return entry.name.endsWith(".lock.yml") ? [path] : [];
    }),
  );
  return found.flat().sort();
}

/**
 * The path as the user would write it.
 *
 * @param {string} file
 * @returns {string}
 */
export function shownPath(file) {
  return relative(callersFolder, file).replaceAll("\\", "/");
}
