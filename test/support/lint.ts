import type { RepositoryFiles } from "@gh-aw-lint/core";
import { ESLint, type Linter } from "eslint";
import { fileURLToPath } from "node:url";
import ghAw from "eslint-plugin-gh-aw";
import { repositoryOf } from "./repository.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** How to lint a text. */
export interface LintOptions {
  /** The configuration. Default: only the plugin's own. */
  readonly config?: readonly Linter.Config[];
  readonly filePath?: string;
  /** Related files, by their paths in the repository. Default: the files on disk. */
  readonly files?: Readonly<Record<string, string>>;
  readonly fix?: boolean;
  readonly reportUnused?: boolean;
}

/** ESLint's result for a text, as if it were a lock file of this repository. */
export async function lint(text: string, options: LintOptions = {}): Promise<ESLint.LintResult> {
  const { config = [ghAw.configs.recommended], filePath = ".github/workflows/test.lock.yml" } = options;
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      ...config,
      ...(options.files ? [{ settings: { "gh-aw": { files: filesOfRoot(options.files) } } }] : []),
      { linterOptions: { reportUnusedDisableDirectives: options.reportUnused ? "error" : "off" } },
    ],
    fix: options.fix ?? false,
  });
  const [result] = await eslint.lintText(text, { filePath });
  if (!result) throw new Error(`ESLint did not lint ${filePath}.`);
  return result;
}

/** The plugin's configuration with only one rule, for its kind of file. */
export function onlyRule(rule: string): readonly Linter.Config[] {
  const rules: Linter.RulesRecord = { [`gh-aw/${rule}`]: "error" };
  return [
    { ...ghAw.configs.recommended, rules },
    { ...ghAw.configs.sources, rules },
  ];
}

/** `line:column id` of each message, in their order. */
export function places(result: ESLint.LintResult): string[] {
  return result.messages.map(
    ({ line, column, messageId, ruleId, message }) => `${line}:${column} ${messageId ?? ruleId ?? message}`,
  );
}

/** The text after all fixes. */
export async function fix(text: string, options: LintOptions = {}): Promise<string> {
  const { output } = await lint(text, { ...options, fix: true });
  return output ?? text;
}

function filesOfRoot(files: Readonly<Record<string, string>>): RepositoryFiles {
  return repositoryOf(
    Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`${root.replaceAll("\\", "/")}${path}`, text]),
    ),
  );
}
