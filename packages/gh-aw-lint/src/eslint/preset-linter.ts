import {
  lintRule,
  needsParsing,
  parseWorkflow,
  readingProblem,
  ruleIds,
  ruleInfos,
  type RuleId,
  type Workflow,
} from "eslint-plugin-gh-aw/core";
import { diskFiles } from "../files/disk-files.js";
import { withSlashes } from "../files/paths.js";
import { nameOf, type Linter, type LintResult } from "./linter.js";
import { outcomesIn } from "./outcomes.js";

/**
 * Lints with `recommended` or `strict`. ESLint takes longer to load than a hundred lock files to lint, so it starts only at
 * the first file in which it would find anything, and lints that file and all later ones.
 *
 * @param startEslint a linter with the same rules
 */
export function createPresetLinter(strict: boolean, startEslint: () => Promise<Linter>): Linter {
  const rules = ruleIds.filter((rule) => strict || ruleInfos[rule].recommended);
  let eslint: Linter | undefined;
  let last: { readonly text: string; readonly workflow: Workflow | false } | undefined;
  const start = async (): Promise<Linter> => (eslint ??= await startEslint());
  return {
    configuration: nameOf(undefined),
    baseUrl: undefined,
    outcomes: (text) => {
      if (eslint) return eslint.outcomes(text);
      return outcomesIn(text, last?.text === text && last.workflow ? last.workflow : undefined, undefined);
    },
    lint: async (file, text) => {
      const workflow = eslint ? undefined : cleanWorkflow(file, text, rules);
      if (workflow === undefined) return await (await start()).lint(file, text);
      last = { text, workflow };
      return emptyResult(file);
    },
    fix: async (file, text) => await (await start()).fix(file, text),
  };
}

/**
 * The model of a lock file in which ESLint finds nothing, `false` if that cannot run Codex; `undefined` if ESLint may find
 * something: a fault, a comment for ESLint, or text that is no YAML.
 */
function cleanWorkflow(file: string, text: string, rules: readonly RuleId[]): Workflow | false | undefined {
  if (!/\.ya?ml$/.test(file) || text.includes("eslint") || text.startsWith("\uFEFF")) return undefined;
  const workflow = needsParsing(text) && parseWorkflow(text);
  if (workflow && readingProblem(workflow)) return undefined;
  const linted = { text, workflow, path: withSlashes(file), repository: diskFiles };
  return rules.every((rule) => lintRule(rule, linted).length === 0) ? workflow : undefined;
}

/** ESLint's result for a file without findings. */
function emptyResult(filePath: string): LintResult {
  return {
    filePath,
    messages: [],
    suppressedMessages: [],
    errorCount: 0,
    fatalErrorCount: 0,
    warningCount: 0,
    fixableErrorCount: 0,
    fixableWarningCount: 0,
    usedDeprecatedRules: [],
  };
}
