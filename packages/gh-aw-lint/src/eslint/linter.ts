import type { ESLint, Linter as EslintLinter } from "eslint";
import { join } from "node:path";
import { pathFrom } from "../files/paths.js";
import { findConfiguration } from "./configuration.js";
import { exampleLockFile } from "./eslint-configuration.js";
import { createIgnores } from "./ignores.js";
import { rememberLastWorkflow, watcher } from "./last-workflow.js";
import { createInstances, resolveConfig, type Judge } from "./instances.js";
import { outcomesIn, type OutcomeKind } from "./outcomes.js";
import { overridingRules } from "./overrides.js";
import { eslintsIgnores, ownPlugin, presetEntry, sourcesEntry, workflowFiles } from "./preset.js";
import type { ConfigurationRequest } from "./request.js";
import { baseUrlOf, ghAwConfig } from "./resolved-config.js";

export type LintResult = ESLint.LintResult;
export type LintMessage = LintResult["messages"][number];

/** Lints one file after the other; writes nothing. */
export interface Linter {
  /** Where the rules come from, for people. */
  readonly configuration: string;
  /** The address that counts as the proxy's, if the configuration has one. */
  readonly baseUrl: string | undefined;
  /** The outcome of each Codex run in a file; fastest for the file that was linted last. */
  readonly outcomes: (text: string) => readonly OutcomeKind[];
  /** The findings in a file (an absolute path); `undefined` if it is ignored. */
  readonly lint: (file: string, text: string) => Promise<LintResult | undefined>;
  /** The findings that remain after all fixes; `output` is the fixed text. */
  readonly fix: (file: string, text: string) => Promise<LintResult | undefined>;
}

/**
 * ESLint with the user's configuration and only our rules.
 *
 * @param files the files to lint; absolute
 * @throws UsageError if the configuration cannot be used
 */
export async function createLinter(
  request: ConfigurationRequest,
  files: readonly string[],
  cwd: string,
): Promise<Linter> {
  const configuration = await findConfiguration(request, files, cwd);
  const lockFile = join(cwd, exampleLockFile);
  const plain = configuration && (await createInstances(configuration.options));
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
  const anywhere = await createInstances({
    overrideConfigFile: true,
    baseConfig: [eslintsIgnores, home, await sourcesEntry()],
    overrideConfig: overrides,
  });
  const resolved = ghAwConfig(await resolveConfig(anywhere, lockFile, "the command line"));
  const configured =
    configuration && (await createInstances({ ...configuration.options, overrideConfig: overrides }));
  const isIgnored = await createIgnores(request.ignorePatterns, cwd);

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
    configuration: configuration ? `\`${configuration.name}\`` : "`recommended`",
    baseUrl,
    outcomes: (text) => outcomesIn(text, lastWorkflow.of(text), baseUrl),
    lint: (file, text) => judge(file, text, false),
    fix: (file, text) => judge(file, text, true),
  };
}
