import { diagnose } from "@gh-aw-lint/core";
import { expect, test } from "vitest";
import { executeCodex, hereDocument, installCodex } from "../../support/steps.js";
import { history, providerBlock } from "../../support/toml.js";
import { workflow, type Step } from "../../support/workflow.js";

const writeConfig = (toml: string): Step => ({
  name: "Write",
  run: hereDocument({ path: "/tmp/gh-aw/mcp-config/config.toml", delimiter: "EOF", toml }),
});

function runs(count: number, toml: string): string {
  const steps = [installCodex("0.121.0"), writeConfig(toml), executeCodex()];
  return workflow({
    // Marks the file as compiled, so that gh-aw's folders and prompt exist.
    header: { agent_id: "codex" },
    jobs: Object.fromEntries(Array.from({ length: count }, (_, index) => [`agent${index}`, steps])),
  });
}

const outcomes = ["direct", "refused"] as const;

test("all of a few runs get fixes", () => {
  const fixes = diagnose(runs(2, history)).map(({ fix }) => fix);
  expect(fixes).toHaveLength(2);
  expect(fixes).not.toContain(undefined);
});

test.each([
  ["no provider", history],
  ["a missing name", providerBlock.replace(/name.*\n/, "")],
])("runs without fixes say that the file has too many runs: %s", (_, toml) => {
  const findings = diagnose(runs(51, toml), { outcomes });
  expect(findings).toHaveLength(51);
  for (const { fix, data } of findings) {
    expect(fix).toBeUndefined();
    expect(data.remedy).toContain("This file has more than 50 Codex runs");
    expect(data.remedy).not.toContain("is written by");
  }
});
