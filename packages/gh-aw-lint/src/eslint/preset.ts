import type { ESLint, Linter } from "eslint";

/** What of ESLint's configuration makes our plugin at home with a file. */
export async function presetEntry(): Promise<Linter.Config> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return ghAw.configs.recommended;
}

/** The same for Markdown sources. */
export async function sourcesEntry(): Promise<Linter.Config> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return { ...ghAw.configs.sources, files: sourceFiles };
}

/** This command's own plugin. */
export async function ownPlugin(): Promise<ESLint.Plugin> {
  return (await import("eslint-plugin-gh-aw")).default;
}

export async function strictRules(): Promise<Partial<Linter.RulesRecord>> {
  const { default: ghAw } = await import("eslint-plugin-gh-aw");
  return ghAw.configs.strict.rules;
}

/** Every file that can be a workflow. */
export const workflowFiles: string[] = ["**/*.yml", "**/*.yaml"];

/** Every file that can be the source of one. */
export const sourceFiles: string[] = ["**/*.md"];

/** What ESLint ignores unless told otherwise. */
export const eslintsIgnores: Linter.Config = { ignores: ["!**/node_modules/", "!**/.git/"] };
