import { Linter } from "eslint";
import ghAw from "eslint-plugin-gh-aw";

const linter = new Linter();
const filename = "test.lock.yml";

/** What ESLint says of a lock file by every rule, without what it costs to set ESLint up anew. */
export function verify(text: string, config: Linter.Config = ghAw.configs.strict): Linter.LintMessage[] {
  return linter.verify(text, config, { filename });
}

/** The text after every fix. */
export function verifyAndFix(text: string, config: Linter.Config = ghAw.configs.strict): string {
  return linter.verifyAndFix(text, config, { filename }).output;
}
