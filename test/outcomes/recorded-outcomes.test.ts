import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { codexOutcome, type Outcome } from "../../packages/core/src/codex/outcome/index.js";

/** One run of the real Codex binary. */
interface RecordedOutcome {
  readonly case: string;
  readonly codex: string;
  readonly config: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly outcome: Outcome;
}

const recording = new URL("../../../shared/codex-outcomes/outcomes.jsonl", import.meta.url);
const isRecorded = existsSync(recording);

describe("the model of Codex's configuration", () => {
  if (!isRecorded) console.warn(`skipped: no recorded outcomes at ${recording.pathname}`);

  it.skipIf(!isRecorded)("says what the real Codex did, in every recorded run", () => {
    const rows = readFileSync(recording, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as RecordedOutcome);
    const mismatches = rows.flatMap((row) => {
      const { outcome, reason } = codexOutcome({
        ...(row.config !== null && { config: row.config }),
        codexVersion: row.codex,
        env: row.env,
        args: row.args,
      });
      return outcome === row.outcome
        ? []
        : [`${row.case} with ${row.codex}: ${outcome} (${reason.kind}), recorded ${row.outcome}`];
    });
    console.log(`${String(rows.length - mismatches.length)} of ${String(rows.length)}`);
    expect(mismatches).toEqual([]);
    expect(rows).not.toEqual([]);
  });
});
