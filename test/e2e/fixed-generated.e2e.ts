import { afterAll, expect, test } from "vitest";
import { whyCodexIsImpossible } from "../oracle/codex/prerequisites.js";
import { closeSandboxes, runWorkflow, type CodexRunRecord } from "../oracle/run-workflow/index.js";
import { generateFixed, type FixedWorkflow } from "./generate-fixed.js";

const impossible = whyCodexIsImpossible();
if (impossible !== undefined) throw new Error(impossible);

/** docs/testing.md explains the variables. */
const count = Number(process.env.FC_FIXES ?? 30);
const releases = Number(process.env.FC_RELEASES ?? 3);
const seed = Number(process.env.FC_SEED);

afterAll(closeSandboxes);

test("fixed runs of generated workflows reach the API proxy", { timeout: 0 }, async () => {
  const sample = generateFixed(count, releases, seed);
  expect(sample).toHaveLength(count);
  const counts = new Map<string, number>();
  const wrong: string[] = [];
  for (const [index, workflow] of sample.entries()) {
    const { runs } = await runWorkflow(workflow.fixed, workflow.options);
    for (const result of resultsOf(workflow, runs)) {
      counts.set(result.kind, (counts.get(result.kind) ?? 0) + 1);
      if (!result.isProblem) continue;
      wrong.push(`Workflow ${index}: ${result.kind}\n${workflow.fixed}`);
      console.log(wrong.at(-1));
    }
  }
  console.log(
    [`FC_SEED=${seed}: ${count} fixed workflows`, ...[...counts].map(([kind, n]) => `  ${n} ${kind}`)].join(
      "\n",
    ),
  );
  expect(wrong).toEqual([]);
});

interface Result {
  readonly kind: string;
  readonly isProblem: boolean;
}

/** The results of each step in which a run was fixed. */
function resultsOf({ starts }: FixedWorkflow, runs: readonly CodexRunRecord[]): readonly Result[] {
  const steps = new Set(starts.filter(({ isFixed }) => isFixed).map(({ step }) => step));
  return [...steps].flatMap((step): readonly Result[] => {
    const isAlone = starts.every((start) => start.step !== step || start.isFixed);
    const ofStep = runs.filter((run) => run.step === step && run.awf?.apiProxy === "on");
    if (ofStep.length === 0) return [{ kind: "not started", isProblem: false }];
    return ofStep.map((run) => resultOf(run, isAlone));
  });
}

/** Errors of Codex's own command-line parser, which no fix concerns. */
const usageError =
  /unexpected argument|cannot be used multiple times|a value is required|unrecognized subcommand/;

function resultOf({ version, answer }: CodexRunRecord, isAlone: boolean): Result {
  const outcome = answer?.outcome ?? "not asked";
  if (outcome === "proxied") return { kind: outcome, isProblem: false };
  const error = answer?.error.join(" ") ?? "";
  if (outcome === "refused" && usageError.test(error))
    return { kind: `refused for its command line: ${error}`, isProblem: false };
  if (!isAlone) return { kind: `${outcome} where another run of the step is not fixed`, isProblem: false };
  return { kind: `${outcome} (${version}): ${error}`, isProblem: true };
}
