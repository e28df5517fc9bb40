import type { ESLint } from "eslint";
import { parse } from "node:path";
import { eslintsIgnores, type Configuration } from "./configuration.js";

export type LintResult = ESLint.LintResult;
export type LintMessage = LintResult["messages"][number];

/** Judges one file after the other; writes none. */
export interface Linter {
  /** What is wrong with a file, which is absolute. */
  readonly lint: (file: string, text: string) => Promise<LintResult>;
  /** What is left when everything that can be fixed is fixed; `output` is the text with the fixes. */
  readonly fix: (file: string, text: string) => Promise<LintResult>;
}

/** ESLint with our configuration alone: for files whatever they are called, wherever they lie. */
export async function createLinter(config: Configuration): Promise<Linter> {
  // ESLint takes longer to load than to lint a file; who asks for help does not need it.
  const [{ ESLint }, { default: ghAw }] = await Promise.all([
    import("eslint"),
    import("eslint-plugin-gh-aw"),
  ]);
  const linters = new Map<string, ESLint>();

  /** ESLint ignores what lies outside of its folder; on Windows each drive has its own root. */
  const linterFor = (root: string, fix: boolean): ESLint => {
    const key = `${fix} ${root}`;
    const known = linters.get(key);
    if (known) return known;
    const linter = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      baseConfig: [{ ignores: eslintsIgnores }, { ...ghAw.configs[config], files: ["**"] }],
      fix,
    });
    linters.set(key, linter);
    return linter;
  };

  const lintWith = async (file: string, text: string, fix: boolean): Promise<LintResult> => {
    const [result] = await linterFor(parse(file).root, fix).lintText(text, { filePath: file });
    if (!result) throw new Error(`ESLint did not lint ${file}.`);
    return result;
  };

  return {
    lint: (file, text) => lintWith(file, text, false),
    fix: (file, text) => lintWith(file, text, true),
  };
}
