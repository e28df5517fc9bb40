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
 * The lock files to lint: given files, those in given folders at any depth, and those that patterns match; by default
 * those in `.github/workflows`. A path that cannot be found or read is a problem and does not stop the others.
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
    `There is no \`*.lock.yml\` file in \`${withSlashes(defaultFolder)}\`. Run gh-aw-lint in a repository with compiled ` +
      "workflows (`gh aw compile`), or name files or folders.",
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

/** A named file is linted whatever its name, if it is YAML. */
async function yamlFile(path: string, absolute: string): Promise<FoundFiles> {
  const extension = extname(absolute);
  if (extension === ".yml" || extension === ".yaml") return { files: [absolute], problems: [] };
  const compiled = (source: string): string =>
    source.slice(0, source.length - extension.length) + ".lock.yml";
  const exists = await stat(compiled(absolute)).catch(() => undefined);
  const hint = exists ? ` Did you mean \`${compiled(path)}\`?` : "";
  return problem(`\`${path}\` is not a YAML file.${hint}`);
}

/** Finding nothing is a problem, unless another problem explains it. */
function orProblem(found: FoundFiles, message: string): FoundFiles {
  return found.files.length > 0 || found.problems.length > 0 ? found : problem(message);
}

function problem(message: string): FoundFiles {
  return { files: [], problems: [message] };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
}
