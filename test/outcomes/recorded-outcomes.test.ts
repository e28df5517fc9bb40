import { codexOutcome } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { recordedRuns } from "../support/recorded-runs.js";

const runs = recordedRuns();

describe.skipIf(runs.length === 0)("the model of Codex's configuration", () => {
  test("says what the real Codex did, in every recorded run", () => {
    const mismatches = runs.flatMap((run) => {
      const { outcome, reason } = codexOutcome({
        ...(run.config !== null && { config: run.config }),
        codexVersion: run.codex,
        env: run.env,
        args: run.args,
      });
      return outcome === run.outcome
        ? []
        : [`${run.case} with ${run.codex}: ${outcome} (${reason.kind}), recorded ${run.outcome}`];
    });
    console.log(`${String(runs.length - mismatches.length)} of ${String(runs.length)}`);
    expect(mismatches).toEqual([]);
  });
});
