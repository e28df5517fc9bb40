import { ESLint, type Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The command's findings in a lock file, with default options, and the text after `--fix`. */
export async function commandLine(
  text: string,
  rules: Linter.RulesRecord | undefined = ghAw.configs.recommended.rules,
): Promise<{ readonly messages: readonly Linter.LintMessage[]; readonly fixed: string }> {
  const lint = async (fix: boolean): Promise<ESLint.LintResult> => {
    const overrideConfig: Linter.Config = { ...ghAw.configs.recommended, rules };
    const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig, fix });
    const [result] = await eslint.lintText(text, { filePath: ".github/workflows/test.lock.yml" });
    return result!;
  };
  return { messages: (await lint(false)).messages, fixed: (await lint(true)).output ?? text };
}

/** Every rule, as `commandLine` takes them. */
export const strictRules = ghAw.configs.strict.rules;

/** The command's findings as the page lists them: without backticks, which the page shows as code. */
export async function listedFindings(text: string, rules?: Linter.RulesRecord): Promise<string[]> {
  const { messages } = await commandLine(text, rules);
  return messages.map(
    ({ line, column, ruleId, message }) =>
      `${line}:${column} ${ruleId ?? "Parsing"} ${message.replaceAll("`", "")}`,
  );
}
