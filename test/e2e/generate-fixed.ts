import { parseWorkflow, type CodexRun } from "@gh-aw-lint/core";
import ghAw from "eslint-plugin-gh-aw";
import fc from "fast-check";
import { prerelease } from "semver";
import { hasChange, ignoresOpenAiBaseUrl } from "../../packages/core/src/codex/releases/index.js";
import { describeRun } from "../../packages/core/src/findings/index.js";
import { judgeWorkflow, type JudgedRun } from "../../packages/core/src/verdict/index.js";
import { generatedWorkflow } from "../claims/arbitraries/workflows.js";
import type { RunWorkflowOptions } from "../oracle/run-workflow/index.js";
import { codexReleases } from "../recordings/index.js";
import { verifyAndFix } from "../support/linter.js";

/** A generated workflow in which `eslint --fix` fixes Codex runs. */
export interface FixedWorkflow {
  readonly text: string;
  readonly fixed: string;
  /** Each start of Codex: the index of its step in the job, and whether a fix changes it. */
  readonly starts: readonly { readonly step: number; readonly isFixed: boolean }[];
  readonly options: RunWorkflowOptions;
}

/** How many workflows are generated for each one that is needed: fixes are offered for some of them. */
const MAX_TRIED = 20;

/**
 * Generates workflows with fixes.
 *
 * @param count of workflows
 * @param releases how many releases of Codex, among those that bypass the proxy, the workflows use
 */
export function generateFixed(count: number, releases: number, seed: number): readonly FixedWorkflow[] {
  const fixed: FixedWorkflow[] = [];
  const some = sampleReleases(releases, seed);
  for (const { text, options } of fc.sample(pinned(some), { numRuns: count * MAX_TRIED, seed })) {
    if (fixed.length === count) break;
    const starts = startsOf(text);
    if (!starts.some(({ isFixed }) => isFixed)) continue;
    fixed.push({ text, fixed: verifyAndFix(text, ghAw.configs.recommended), starts, options });
  }
  return fixed;
}

function sampleReleases(count: number, seed: number): readonly string[] {
  const affected = codexReleases().versions.filter(
    (version) => prerelease(version) === null && hasChange(version, ignoresOpenAiBaseUrl),
  );
  const some = fc.shuffledSubarray(affected, { minLength: count, maxLength: count });
  return fc.sample(some, { numRuns: 1, seed }).flat();
}

type Pinned = Pick<FixedWorkflow, "text" | "options">;

/** Workflows in which the version that most of them name is replaced by one of the releases. */
function pinned(releases: readonly string[]): fc.Arbitrary<Pinned> {
  return fc.tuple(generatedWorkflow, fc.constantFrom(...releases)).map(([{ text, awf }, release]) => ({
    text: text
      .replaceAll("0.121.0", release)
      // Without this option, Codex refuses to run in AWF's folder, which is not a Git repository.
      .replaceAll(
        /(\bcodex\S*(?: -c a=b)?) exec (?!--skip-git-repo-check)/g,
        "$1 exec --skip-git-repo-check ",
      ),
    options: { codex: "real", preinstalledCodex: release, ...(awf !== undefined && { awf }) },
  }));
}

function startsOf(text: string): FixedWorkflow["starts"] {
  const workflow = parseWorkflow(text);
  const outcomes = ["direct", "refused", "missingKey", "wrongAddress"] as const;
  const isFixed = (judged: JudgedRun): boolean =>
    describeRun(workflow, judged, { outcomes }).some(({ fix }) => fix !== undefined);
  return judgeWorkflow(workflow, {}).map((judged) => ({
    step: stepOf(judged.run),
    isFixed: isFixed(judged),
  }));
}

function stepOf({ job, step }: CodexRun): number {
  return job.steps.indexOf(step);
}
