import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { closeSandboxes, runWorkflow, type CodexRunRecord } from "../oracle/run-workflow/index.js";
import { whySandboxIsImpossible } from "../oracle/sandbox/index.js";
import { compare } from "./compare.js";
import { knownWorkflows, textOf } from "./known/index.js";
import { variablesOfClaims } from "./run-claims.js";

const missing = whySandboxIsImpossible();
if (missing !== undefined) console.warn(`Skipped: ${missing}`);

const path = fileURLToPath(new URL("known/outcomes.json", import.meta.url));

type Outcomes = Readonly<Record<string, readonly CodexRunRecord[]>>;

afterAll(closeSandboxes);

// `npx vitest run test/claims/known-workflows.test.ts --update` records the outcomes again.
test.skipIf(missing !== undefined)("known workflows have the recorded outcomes", async () => {
  const outcomes: Record<string, unknown> = {};
  for (const workflow of knownWorkflows) {
    const { runs } = await runWorkflow(textOf(workflow), { awf: "0.25.28" });
    outcomes[workflow.name] = runs.map((record) => ({
      ...record,
      env: Object.fromEntries(
        Object.entries(record.env).filter(([name]) => variablesOfClaims.includes(name)),
      ),
    }));
  }
  expect(Object.keys(outcomes)).toHaveLength(knownWorkflows.length);
  await expect(`${JSON.stringify(outcomes, undefined, 2)}\n`).toMatchFileSnapshot(path);
});

describe("the model's claims hold for the known workflow", () => {
  const outcomes = JSON.parse(readFileSync(path, "utf8")) as Outcomes;
  test.each(knownWorkflows)("$name", (workflow) => {
    const runs = outcomes[workflow.name];
    expect(runs).toBeDefined();
    const { contradictions, withheld } = compare(textOf(workflow), { jobs: [], runs: runs ?? [] });
    expect(contradictions.join("\n")).toBe("");
    expect(withheld.map((cause) => cause.slice(0, cause.indexOf(":")))).toEqual(workflow.withheld ?? []);
  });
});
