import { Linter } from "eslint/universal";
import ghAw from "eslint-plugin-gh-aw";

/** Where the text is taken to stand: the plugin's configurations are for `*.lock.yml`. */
const FILE_NAME = "/workflow.lock.yml";

const linter = new Linter({ configType: "flat", cwd: "/" });

/** What ESLint says of a lock file with these rules of the plugin, named without its prefix. */
export function lint(text: string, rules: readonly string[]): Linter.LintMessage[] {
  return linter.verify(text, configuration(rules), { filename: FILE_NAME });
}

/** The text after `eslint --fix`. */
export function applyFixes(text: string, rules: readonly string[]): string {
  return linter.verifyAndFix(text, configuration(rules), { filename: FILE_NAME, fix: true }).output;
}

/** Each rule as severe as in the plugin's own configurations. */
function configuration(rules: readonly string[]): Linter.Config[] {
  const { recommended, strict } = ghAw.configs;
  const names = rules.map((rule) => `gh-aw/${rule}`);
  return [
    { ...recommended, rules: Object.fromEntries(names.map((name) => [name, strict.rules[name] ?? "error"])) },
  ];
}
