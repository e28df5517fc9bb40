import { findConfiguration } from "./configuration.js";
import { createEslintLinter } from "./eslint-linter.js";
import type { Linter } from "./linter.js";
import { createPresetLinter } from "./preset-linter.js";
import type { ConfigurationRequest } from "./request.js";

/**
 * A linter with the user's configuration and only our rules. Without a configuration, ESLint starts only when needed.
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
  const startEslint = (): Promise<Linter> => createEslintLinter(request, configuration, cwd);
  const isPreset = !configuration && request.rules.length === 0 && request.ignorePatterns.length === 0;
  return isPreset ? createPresetLinter(request.strict, startEslint) : await startEslint();
}
