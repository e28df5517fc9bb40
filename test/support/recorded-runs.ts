import type { Outcome } from "@gh-aw-lint/core";
import { readFileSync } from "node:fs";
import { sharedPath } from "./shared.js";

/** One run of the real Codex binary. */
export interface RecordedRun {
  readonly case: string;
  readonly codex: string;
  readonly config: string | null;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  readonly outcome: Outcome;
  /** What it printed; `null` where that was not kept. */
  readonly error: readonly string[] | null;
}

/** All recorded runs; none where the recording is absent. */
export function recordedRuns(): readonly RecordedRun[] {
  const path = sharedPath("codex-outcomes/outcomes.jsonl");
  if (path === undefined) return [];
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RecordedRun);
}
