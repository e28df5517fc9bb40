import type { ESLint } from "eslint";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { features } from "node:process";
import { findUp } from "../files/find-up.js";
import { pathFrom } from "../files/paths.js";
import { UsageError } from "../usage-error.js";
import type { ConfigurationFile } from "./configuration-file.js";
import { createInstances } from "./instances.js";
import { workflowFiles } from "./preset.js";
import { ghAwConfig } from "./resolved-config.js";

/** The path that a lock file would have. */
export const exampleLockFile: string = join(".github", "workflows", "example.lock.yml");

const eslintsNames = ["js", "mjs", "cjs", "ts", "mts", "cts"].map(
  (extension) => `eslint.config.${extension}`,
);

/**
 * The `eslint.config.*` that ESLint would use in a folder, if it has our rules for lock files.
 *
 * @throws UsageError if it seems to have such rules, but cannot be loaded
 */
export async function findEslintConfiguration(
  files: readonly string[],
  cwd: string,
): Promise<ConfigurationFile | undefined> {
  // ESLint takes long to load, and has the last word on which file it would use.
  if (findUp(eslintsNames, cwd) === undefined) return undefined;
  const { ESLint } = await import("eslint");
  const file = await new ESLint({ cwd }).findConfigFile();
  if (file === undefined) return undefined;
  const configuration = eslintConfiguration(file, pathFrom(cwd, file), dirname(file));
  try {
    for (const path of [join(cwd, exampleLockFile), ...files])
      if (ghAwConfig(await configuration.plain.resolve(path))) return configuration;
    return undefined;
  } catch (error) {
    // A configuration for other files may import what is not installed here, and does not matter.
    if (!readFileSync(file, "utf8").includes("gh-aw")) return undefined;
    throw new UsageError(
      `\`${configuration.name}\` cannot be loaded: ${error instanceof Error ? error.message : String(error)}\n` +
        "Install its imports (for example with `npm ci`), or use `--no-config`.",
    );
  }
}

/**
 * An `eslint.config.*` as ESLint itself would use it.
 *
 * @param name as the user knows it
 * @param folder base of its patterns: its own folder or, as with ESLint, the working folder if it is named
 */
export function eslintConfiguration(file: string, name: string, folder: string): ConfigurationFile {
  const isTypeScript = file.endsWith("ts");
  const runsTypeScript = "typescript" in features && features.typescript !== false;
  const options = {
    cwd: folder,
    overrideConfigFile: file,
    // Without this, ignored files and files without a configuration look the same.
    baseConfig: [{ files: workflowFiles }],
    flags: isTypeScript && runsTypeScript ? ["unstable_native_nodejs_ts_config"] : [],
  } satisfies ESLint.Options;
  return { name, file, options, plain: createInstances(options) };
}
