import type { Linter as EslintLinter } from "eslint";
import { join } from "node:path";
import { pathFrom } from "../files/paths.js";
import type { ConfigurationFile } from "./configuration-file.js";
import { exampleLockFile } from "./eslint-configuration.js";
import { createIgnores } from "./ignores.js";
import { rememberLastWorkflow, watcher } from "./last-workflow.js";
import { createInstances, resolveConfig, type Judge } from "./instances.js";
import { nameOf, type Linter } from "./linter.js";
import { outcomesIn } from "./outcomes.js";
import { overridingRules } from "./overrides.js";
import { eslintsIgnores, ownPlugin, presetEntry, sourcesEntry, workflowFiles } from "./preset.js";
import type { ConfigurationRequest } from "./request.js";
import { baseUrlOf, ghAwConfig } from "./resolved-config.js";

/**
 * ESLint with the user's configuration and only our rules.
 *
 * @param configuration the file that has it; `undefined`: `recommended`
 * @throws UsageError if the configuration or a rule setting cannot be used
 */
export async function createEslintLinter(
  request: ConfigurationRequest,
  configuration: ConfigurationFile | undefined,
  cwd: string,
): Promise<Linter> {
  const lockFile = join(cwd, exampleLockFile);
  const plain = configuration?.plain;
  const example = plain && ghAwConfig(await resolveConfig(plain, lockFile, configuration.name));
  const lastWorkflow = rememberLastWorkflow();
  const overrides = {
    files: workflowFiles,
    plugins: { [watcher.plugin]: lastWorkflow.plugin },
    rules: {
      ...(await overridingRules(request, example?.plugin ?? (await ownPlugin()))),
      [watcher.rule]: "warn",
    },
  } satisfies EslintLinter.Config;

  // Files without a configuration get the rules for lock files, whatever their name and folder.
  const home: EslintLinter.Config = {
    ...(await presetEntry()),
    files: workflowFiles,
    ...(example && { plugins: { "gh-aw": example.plugin }, rules: example.rules }),
  };
  const anywhere = createInstances({
    overrideConfigFile: true,
    baseConfig: [eslintsIgnores, home, await sourcesEntry()],
    overrideConfig: overrides,
  });
  const configured =
    configuration && createInstances({ ...configuration.options, overrideConfig: overrides });
  const judging = example && configured ? configured : anywhere;
  const resolved = ghAwConfig(await resolveConfig(judging, lockFile, "the command line"));
  const isIgnored = createIgnores(request.ignorePatterns, cwd);

  const judge: Judge = async (file, text, fix) => {
    if (await isIgnored(file)) return undefined;
    if (!configuration || !configured || !plain) return await anywhere.judge(file, text, fix);
    const isOutside = pathFrom(configuration.options.cwd, file) === file;
    if (isOutside) return await anywhere.judge(file, text, fix);
    const config = await resolveConfig(plain, file, configuration.name);
    if (config === undefined) return undefined;
    if (ghAwConfig(config)) return await configured.judge(file, text, fix);
    // What only its name makes a workflow is for the command alone; a lock file is what the configuration says it is.
    return /\.lock\.ya?ml$/.test(file) ? undefined : await anywhere.judge(file, text, fix);
  };
  const baseUrl = resolved && baseUrlOf(resolved.rules);
  return {
    configuration: nameOf(configuration),
    baseUrl,
    outcomes: (text) => outcomesIn(text, lastWorkflow.of(text), baseUrl),
    lint: (file, text) => judge(file, text, false),
    fix: (file, text) => judge(file, text, true),
  };
}
