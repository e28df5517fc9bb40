import type { RepositoryFiles } from "@gh-aw-lint/core";
import { Linter } from "eslint/universal";
import ghAw from "eslint-plugin-gh-aw";

/** The path of a lock file without a name: the plugin's configurations apply to `*.lock.yml`. */
const LOCK_FILE = "/.github/workflows/workflow.lock.yml";

/** The path of a file, and its related files. */
export interface Surroundings {
  /** Absolute. */
  readonly path?: string;
  readonly repository?: RepositoryFiles;
}

const linter = new Linter({ configType: "flat", cwd: "/" });

/** ESLint's messages about a file with these rules, whose names have no prefix. */
export function lint(
  text: string,
  rules: readonly string[],
  surroundings: Surroundings = {},
): Linter.LintMessage[] {
  const { path: filename = LOCK_FILE, repository } = surroundings;
  return linter.verify(text, configuration(rules, repository), { filename });
}

/** The text after `eslint --fix`. */
export function applyFixes(text: string, rules: readonly string[], surroundings: Surroundings = {}): string {
  const { path: filename = LOCK_FILE, repository } = surroundings;
  return linter.verifyAndFix(text, configuration(rules, repository), { filename, fix: true }).output;
}

/** The rules with their severities in the plugin's configurations. */
function configuration(rules: readonly string[], files: RepositoryFiles | undefined): Linter.Config[] {
  const { recommended, sources, strict } = ghAw.configs;
  const chosen = (of: Linter.RulesRecord): Linter.RulesRecord =>
    Object.fromEntries(
      rules.flatMap((rule) => {
        const severity = of[`gh-aw/${rule}`];
        return severity === undefined ? [] : [[`gh-aw/${rule}`, severity] as const];
      }),
    );
  return [
    { ...recommended, rules: chosen(strict.rules) },
    { ...sources, rules: chosen(sources.rules) },
    ...(files ? [{ settings: { "gh-aw": { files } } }] : []),
  ];
}
