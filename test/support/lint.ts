import { ESLint, type Linter } from "eslint";
import { fileURLToPath } from "node:url";
import ghAw from "eslint-plugin-gh-aw";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface LintOptions {
  /** The configuration; ours alone if it is left out. */
  readonly config?: readonly Linter.Config[];
  readonly filePath?: string;
  readonly fix?: boolean;
  readonly reportUnused?: boolean;
}

/** What ESLint says of a text as if it were a lock file of this repository. */
export async function lint(text: string, options: LintOptions = {}): Promise<ESLint.LintResult> {
  const { config = [ghAw.configs.recommended], filePath = ".github/workflows/test.lock.yml" } = options;
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [
      ...config,
      { linterOptions: { reportUnusedDisableDirectives: options.reportUnused ? "error" : "off" } },
    ],
    fix: options.fix ?? false,
  });
  const [result] = await eslint.lintText(text, { filePath });
  if (!result) throw new Error(`ESLint did not lint ${filePath}.`);
  return result;
}

/** Our configuration with one rule, whichever configuration that is in. */
export function onlyRule(rule: string): readonly Linter.Config[] {
  return [{ ...ghAw.configs.recommended, rules: { [`gh-aw/${rule}`]: "error" } }];
}

/** `line:column id` of each message, in their order. */
export function places(result: ESLint.LintResult): string[] {
  return result.messages.map(
    ({ line, column, messageId, ruleId, message }) => `${line}:${column} ${messageId ?? ruleId ?? message}`,
  );
}

/** The text after every fix. */
export async function fix(text: string, options: LintOptions = {}): Promise<string> {
  const { output } = await lint(text, { ...options, fix: true });
  return output ?? text;
}
