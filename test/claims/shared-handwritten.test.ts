import { readFileSync } from "node:fs";
import { diagnose } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { sharedPath } from "../support/shared.js";

/** A workflow that somebody wrote by hand, and what became of its Codex runs with the real Codex. */
interface KnownWorkflow {
  readonly file: string;
  readonly runs: readonly Readonly<Record<"version" | "outcome" | "apiProxy", string>>[];
}

const folder = sharedPath("handwritten/");
const known =
  folder === undefined
    ? []
    : readFileSync(`${folder}truth.jsonl`, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as KnownWorkflow);

// A WebSocket that the proxy rejects only costs time.
const failing = known.filter(({ runs }) =>
  runs.some(({ apiProxy, outcome }) => apiProxy === "on" && ["direct", "refused"].includes(outcome)),
);

/** What is said of a file. */
function outcomesOf({ file }: KnownWorkflow): readonly string[] {
  const findings = diagnose(readFileSync(`${folder!}${file}`, "utf8"), {
    outcomes: ["direct", "refused", "missingKey", "wrongAddress", "undetermined"],
  });
  return findings.map(({ outcome }) => outcome);
}

test.skipIf(known.length === 0)("nothing is called broken that works", () => {
  const working = known.filter((workflow) => !failing.includes(workflow));
  const reported = working.filter((workflow) =>
    outcomesOf(workflow).some((outcome) => outcome !== "undetermined"),
  );
  expect(reported.map(({ file }) => file)).toEqual([]);
});

test.skipIf(known.length === 0)("something is said of all that fails", () => {
  const silent = failing.filter((workflow) => outcomesOf(workflow).length === 0);
  console.log(`Workflows written by hand: ${known.length}, of which ${failing.length} fail`);
  expect(silent.map(({ file }) => file)).toEqual([]);
});

test.skipIf(known.length === 0)("little is left undetermined", () => {
  const undetermined = known.filter((workflow) => outcomesOf(workflow).includes("undetermined"));
  console.log(`Undetermined: ${undetermined.length}`);
  expect(undetermined.length).toBeLessThanOrEqual(known.length / 20);
});
