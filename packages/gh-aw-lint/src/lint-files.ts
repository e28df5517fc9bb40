import type { ESLint } from "eslint";
import { parse } from "node:path";
import { readText, refuse } from "./read-text.js";

/** The plugin's configurations that bring their own language. */
export const configurations = ["recommended", "strict"] as const;

export interface LintOptions {
  readonly config: (typeof configurations)[number];
  /** Whether what can be mended is written to the files. */
  readonly fix: boolean;
}

/** What ESLint ignores unless told otherwise. */
const eslintsIgnores = ["!**/node_modules/", "!**/.git/"];

export type LintResult = ESLint.LintResult;

/**
 * What ESLint says of files with our configuration alone: whatever they are called, wherever they lie.
 *
 * @param files absolute paths
 * @param onLinted called after each file
 */
export async function lintFiles(
  files: readonly string[],
  options: LintOptions,
  onLinted: () => void,
): Promise<readonly LintResult[]> {
  const lint = await linterOf(options);
  const results: LintResult[] = [];
  for (const file of files) {
    results.push(await lint(file));
    onLinted();
  }
  return results;
}

async function linterOf({ config, fix }: LintOptions): Promise<(file: string) => Promise<LintResult>> {
  // ESLint takes longer to load than to lint a file; who asks for help does not need it.
  const [{ ESLint }, { default: ghAw }] = await Promise.all([
    import("eslint"),
    import("eslint-plugin-gh-aw"),
  ]);
  const linters = new Map<string, ESLint>();

  /** ESLint ignores what lies outside of its folder; on Windows each drive has its own root. */
  const linterFor = (root: string): ESLint => {
    const known = linters.get(root);
    if (known) return known;
    const linter = new ESLint({
      cwd: root,
      overrideConfigFile: true,
      baseConfig: [{ ignores: eslintsIgnores }, { ...ghAw.configs[config], files: ["**"] }],
      fix,
    });
    linters.set(root, linter);
    return linter;
  };

  return async (file) => {
    const text = await readText(file);
    const results = await linterFor(parse(file).root).lintText(text, { filePath: file });
    if (fix) await ESLint.outputFixes(results).catch((error: unknown) => refuse(file, "written", error));
    const [result] = results;
    if (!result) throw new Error(`ESLint did not lint ${file}.`);
    return result;
  };
}
