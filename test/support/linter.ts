import { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";

const linter = new Linter();
const filename = "test.lock.yml";

/** ESLint's findings of all rules in a lock file. Reuses one `Linter`, because creating one is slow. */
export function verify(text: string, config: Linter.Config = ghAw.configs.strict): Linter.LintMessage[] {
  return linter.verify(text, config, { filename });
}

/** The text after all fixes. */
export function verifyAndFix(text: string, config: Linter.Config = ghAw.configs.strict): string {
  return linter.verifyAndFix(text, config, { filename }).output;
}
