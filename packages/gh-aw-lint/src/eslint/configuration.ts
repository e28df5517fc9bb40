import type { ESLint } from "eslint";
import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { findUp } from "../files/find-up.js";
import { pathFrom } from "../files/paths.js";
import { UsageError } from "../usage-error.js";
import { eslintConfiguration, findEslintConfiguration } from "./eslint-configuration.js";
import { loadEntries } from "./own-configuration.js";
import type { ConfigurationFile } from "./configuration-file.js";
import { createInstances } from "./instances.js";
import { eslintsIgnores, presetEntry, workflowFiles } from "./preset.js";
import type { ConfigurationRequest } from "./request.js";

/**
 * The repository's own ESLint configuration, if it has our rules for lock files; else `gh-aw-lint.config.*`; both in the
 * folder or above. `undefined` if there is none, or with `--no-config`.
 *
 * @param files the files to lint; absolute
 * @throws UsageError if a configuration cannot be used
 */
export async function findConfiguration(
  { config }: Pick<ConfigurationRequest, "config">,
  files: readonly string[],
  cwd: string,
): Promise<ConfigurationFile | undefined> {
  if (config === false) return undefined;
  if (config !== undefined) return await namedConfiguration(config, cwd);
  const ofEslint = await findEslintConfiguration(files, cwd);
  if (ofEslint) return ofEslint;
  const own = findUp(ownNames, cwd);
  return own === undefined ? undefined : await ownConfiguration(own, pathFrom(cwd, own), dirname(own));
}

const ownNames = ["js", "mjs", "ts"].map((extension) => `gh-aw-lint.config.${extension}`);

async function namedConfiguration(given: string, cwd: string): Promise<ConfigurationFile> {
  const file = resolve(cwd, given);
  if (existsSync(file))
    return /^eslint\.config\.[cm]?[jt]s$/.test(basename(file))
      ? eslintConfiguration(file, given, cwd)
      : await ownConfiguration(file, given, cwd);
  const option = new Map([
    ["strict", "--strict"],
    ["recommended", "--no-config"],
  ]).get(given);
  const hint = option === undefined ? "" : ` Did you mean \`${option}\`?`;
  throw new UsageError(`The configuration \`${given}\` does not exist.${hint}`);
}

/**
 * A configuration without our plugin adds to the recommended rules; one with the plugin replaces them.
 *
 * @param name as the user knows it
 * @param folder base of its patterns: its own folder or, as with ESLint, the working folder if it is named
 */
async function ownConfiguration(file: string, name: string, folder: string): Promise<ConfigurationFile> {
  const entries = await loadEntries(file, name);
  const hasPlugin = entries.some(({ plugins }) => plugins !== undefined && "gh-aw" in plugins);
  const base = hasPlugin ? [] : [eslintsIgnores, { ...(await presetEntry()), files: workflowFiles }];
  const options = {
    cwd: folder,
    overrideConfigFile: true,
    baseConfig: [...base, ...entries],
  } satisfies ESLint.Options;
  return { name, file, options, plain: createInstances(options) };
}
