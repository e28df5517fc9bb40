import { existsSync, readFileSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { whyCodexIsImpossible } from "../oracle/codex/prerequisites.js";
import { closeSandboxes, runWorkflow, type CodexRunRecord } from "../oracle/run-workflow/index.js";
import { handwrittenFolder, handwrittenWorkflows } from "../support/handwritten.js";

const impossible = whyCodexIsImpossible();
if (impossible !== undefined) throw new Error(impossible);

const folder = handwrittenFolder;
const known = handwrittenWorkflows();

/** A Codex that bypasses the proxy mostly waits before it tries again. */
const atOnce = 4;

afterAll(closeSandboxes);

test.skipIf(known.length === 0)(
  "handwritten workflows have their known outcomes",
  { timeout: 3_600_000 },
  async () => {
    const queue = [...known];
    const wrong: string[] = [];
    const work = async (): Promise<void> => {
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { runs } = await run(next.file);
        const found = JSON.stringify(runs.map(summary));
        const truth = JSON.stringify(next.runs);
        if (found !== truth) wrong.push(`${next.file}: ${found} instead of ${truth}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    console.log(`Workflows as they are known: ${known.length - wrong.length} of ${known.length}`);
    expect(wrong).toEqual([]);
  },
);

function run(file: string) {
  const path = `${folder!}${file}`;
  const repository = path.replace(/\.yml$/, ".repository/repo");
  const text = readFileSync(path, "utf8");
  return runWorkflow(text, { codex: "real", ...(existsSync(repository) && { repository }) });
}

function summary({ version, answer, awf }: CodexRunRecord) {
  return { version, outcome: answer?.outcome, apiProxy: awf?.apiProxy };
}
