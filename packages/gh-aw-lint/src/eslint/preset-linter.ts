import {
  lintRule,
  needsParsing,
  parseWorkflow,
  readingProblem,
  ruleIds,
  ruleInfos,
  type LintMessage,
  type RuleId,
  type Workflow,
} from "eslint-plugin-gh-aw/core";
import { diskFiles } from "../files/disk-files.js";
import { withSlashes } from "../files/paths.js";
import { lintResult } from "./lint-result.js";
import { nameOf, type Linter } from "./linter.js";
import { outcomesIn } from "./outcomes.js";

/** What the rules say about a lock file. */
interface Reading {
  readonly text: string;
  /** `false` for a file that cannot run Codex. */
  readonly workflow: Workflow | false;
  readonly findings: readonly LintMessage[];
}

/**
 * Lints with `recommended` or `strict`. ESLint takes longer to load than a hundred lock files to lint, so it starts only for
 * fixes and for files whose findings depend on more than the rules.
 *
 * @param startEslint a linter with the same rules
 */
export function createPresetLinter(strict: boolean, startEslint: () => Promise<Linter>): Linter {
  // In ESLint's order, which matters for findings at one place: `strict` adds its rules to those of `recommended`.
  const recommended = ruleIds.filter((rule) => ruleInfos[rule].recommended);
  const added = ruleIds.filter((rule) => strict && !ruleInfos[rule].recommended);
  const rules = recommended.concat(added);
  let eslint: Linter | undefined;
  let last: Reading | undefined;
  const start = async (): Promise<Linter> => (eslint ??= await startEslint());
  return {
    configuration: nameOf(undefined),
    baseUrl: undefined,
    outcomes: (text) => {
      if (last?.text !== text && eslint) return eslint.outcomes(text);
      const workflow = last?.text === text && last.workflow;
      return outcomesIn(text, workflow === false ? undefined : workflow, undefined);
    },
    lint: async (file, text) => {
      const reading = read(file, text, rules);
      if (!reading) return await (await start()).lint(file, text);
      last = reading;
      return lintResult(file, text, reading.findings);
    },
    fix: async (file, text) => await (await start()).fix(file, text),
  };
}

/** `undefined` for what only ESLint can judge: comments for it, text that is no YAML, and files that are no lock files. */
function read(file: string, text: string, rules: readonly RuleId[]): Reading | undefined {
  if (!/\.ya?ml$/.test(file) || text.includes("eslint") || text.startsWith("\uFEFF")) return undefined;
  const workflow = needsParsing(text) && parseWorkflow(text);
  if (workflow && readingProblem(workflow)) return undefined;
  const linted = { text, workflow, path: withSlashes(file), repository: diskFiles };
  return { text, workflow, findings: rules.flatMap((rule) => lintRule(rule, linted)) };
}
