import { readFileSync } from "node:fs";
import { diagnose } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { handwrittenFolder, handwrittenWorkflows, type HandwrittenWorkflow } from "../support/handwritten.js";

const folder = handwrittenFolder;
const known = handwrittenWorkflows();

// A WebSocket that the proxy rejects only wastes time.
const failing = known.filter(({ runs }) =>
  runs.some(({ apiProxy, outcome }) => apiProxy === "on" && ["direct", "refused"].includes(outcome)),
);

/** The findings in a file. */
function outcomesOf({ file }: HandwrittenWorkflow): readonly string[] {
  const findings = diagnose(readFileSync(`${folder!}${file}`, "utf8"), {
    outcomes: ["direct", "refused", "missingKey", "wrongAddress", "undetermined"],
  });
  return findings.map(({ outcome }) => outcome);
}

test.skipIf(known.length === 0)("no working run is reported as broken", () => {
  const working = known.filter((workflow) => !failing.includes(workflow));
  const reported = working.filter((workflow) =>
    outcomesOf(workflow).some((outcome) => outcome !== "undetermined"),
  );
  expect(reported.map(({ file }) => file)).toEqual([]);
});

test.skipIf(known.length === 0)("each failing run has a finding", () => {
  const silent = failing.filter((workflow) => outcomesOf(workflow).length === 0);
  console.log(`Workflows written by hand: ${known.length}, of which ${failing.length} fail`);
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test.skipIf(known.length === 0)("few runs are undetermined", () => {
  const undetermined = known.filter((workflow) => outcomesOf(workflow).includes("undetermined"));
  console.log(`Undetermined: ${undetermined.length}`);
  expect(undetermined.length).toBeLessThanOrEqual(known.length / 20);
});
