import type { RepositoryFiles } from "@gh-aw-lint/core";
import { Linter } from "eslint/universal";
import ghAw from "eslint-plugin-gh-aw";

/** Where a lock file is taken to stand that stands alone: the plugin's configurations are for `*.lock.yml`. */
const LOCK_FILE = "/.github/workflows/workflow.lock.yml";

/** Where a file stands, and beside what. */
export interface Surroundings {
  /** Absolute. */
  readonly path?: string;
  readonly repository?: RepositoryFiles;
}

const linter = new Linter({ configType: "flat", cwd: "/" });

/** What ESLint says of a file with these rules of the plugin, named without its prefix. */
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

/** Each rule as severe as in the plugin's own configurations. */
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
