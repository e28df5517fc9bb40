import { stat } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { isDynamicPattern } from "tinyglobby";
import { withSlashes } from "./paths.js";
import { search, type FoundFiles } from "./search.js";
import { similarPath } from "./similar-path.js";
import { systemMessage } from "./system-message.js";

const defaultFolder = join(".github", "workflows");
const lockFiles = "*.lock.{yml,yaml}";

/**
 * The lock files to lint: files as they are given, those in folders at any depth, those that a pattern matches, and
 * without any of these those of `.github/workflows`. What cannot be found or read is a problem and stops no other.
 */
export async function findFiles(paths: readonly string[], cwd: string): Promise<FoundFiles> {
  if (paths.length === 0) return await filesOfRepository(cwd);
  const found = await Promise.all(paths.map((path) => filesOf(path, cwd)));
  return {
    files: [...new Set(found.flatMap(({ files }) => files))],
    problems: [...new Set(found.flatMap(({ problems }) => problems))],
  };
}

async function filesOfRepository(cwd: string): Promise<FoundFiles> {
  return orProblem(
    await search(lockFiles, resolve(cwd, defaultFolder), cwd),
    `There is no \`*.lock.yml\` file in \`${withSlashes(defaultFolder)}\`. Run it in the folder of a repository that has ` +
      "compiled workflows (`gh aw compile`), or name files or folders.",
  );
}

async function filesOf(path: string, cwd: string): Promise<FoundFiles> {
  const absolute = resolve(cwd, path);
  let stats;
  try {
    stats = await stat(absolute);
  } catch (error) {
    if (isDynamicPattern(withSlashes(path)))
      return orProblem(await search(withSlashes(path), cwd, cwd), `No file matches \`${path}\`.`);
    if (!isMissing(error)) return problem(`\`${path}\` cannot be read: ${systemMessage(error)}.`);
    const similar = await similarPath(path, absolute);
    return problem(
      `\`${path}\` does not exist.${similar === undefined ? "" : ` Did you mean \`${similar}\`?`}`,
    );
  }
  if (!stats.isDirectory()) return await yamlFile(path, absolute);
  return orProblem(
    await search(`**/${lockFiles}`, absolute, cwd),
    `There is no \`*.lock.yml\` file in \`${path}\`.`,
  );
}

/** What is named is linted, however it is called, if it may be a workflow at all. */
async function yamlFile(path: string, absolute: string): Promise<FoundFiles> {
  const extension = extname(absolute);
  if (extension === ".yml" || extension === ".yaml") return { files: [absolute], problems: [] };
  const compiled = (source: string): string =>
    source.slice(0, source.length - extension.length) + ".lock.yml";
  const exists = await stat(compiled(absolute)).catch(() => undefined);
  const hint = exists ? ` Did you mean \`${compiled(path)}\`?` : "";
  return problem(`\`${path}\` is not a YAML file.${hint}`);
}

/** Nothing found is a problem, unless another one explains it. */
function orProblem(found: FoundFiles, message: string): FoundFiles {
  return found.files.length > 0 || found.problems.length > 0 ? found : problem(message);
}

function problem(message: string): FoundFiles {
  return { files: [], problems: [message] };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
