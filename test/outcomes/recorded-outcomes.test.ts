import { codexOutcome } from "@gh-aw-lint/core";
import { describe, expect, test } from "vitest";
import { recordedRuns } from "../recordings/index.js";

const runs = recordedRuns();

describe("the model of Codex's configuration", () => {
  test("matches the real Codex in every recorded run", () => {
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
    console.log(
      `Recorded runs of Codex as the model has them: ${runs.length - mismatches.length} of ${runs.length}`,
    );
    expect(mismatches).toEqual([]);
  });
});
