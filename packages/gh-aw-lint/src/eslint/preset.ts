import type { ESLint, Linter } from "eslint";

/** The configuration entry that applies our plugin to lock files. */
export async function presetEntry(): Promise<Linter.Config> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return ghAw.configs.recommended;
}

/** The same for Markdown sources. */
export async function sourcesEntry(): Promise<Linter.Config> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return { ...ghAw.configs.sources, files: sourceFiles };
}

/** The plugin that this command depends on. */
export async function ownPlugin(): Promise<ESLint.Plugin> {
  return (await import("eslint-plugin-gh-aw")).default;
}

/** The rules of the plugin's configuration `strict`. */
export async function strictRules(): Promise<Partial<Linter.RulesRecord>> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return ghAw.configs.strict.rules;
}

/** Files that can be workflows. */
export const workflowFiles: string[] = ["**/*.yml", "**/*.yaml"];

/** Files that can be sources of workflows. */
export const sourceFiles: string[] = ["**/*.md"];

/** What ESLint ignores unless told otherwise. */
export const eslintsIgnores: Linter.Config = { ignores: ["!**/node_modules/", "!**/.git/"] };
