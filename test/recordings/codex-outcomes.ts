import type { Outcome } from "@gh-aw-lint/core";
import { readdirSync, readFileSync } from "node:fs";
import { compare } from "semver";
import { parse } from "yaml";
import { codexCases, type CodexCase } from "./codex-cases.js";

/** What the real Codex did in a case. */
export interface RecordedOutcome {
  readonly outcome: Outcome;
  /** The lines of the first error that Codex printed, without times and folders; `null` if it printed none. */
  readonly error: readonly string[] | null;
}

/** How a release was measured. */
export interface Measurement {
  /** The day in ISO 8601, or `before` and a day. */
  readonly date: string;
  /** The npm package of the binary, with its version; `null` if it was not recorded. */
  readonly package: string | null;
  /** The integrity that npm published for the package. */
  readonly integrity: string | null;
}

/** What one release did in each case. */
export interface ReleaseRecording {
  readonly codex: string;
  readonly measured: Measurement;
  readonly outcomes: ReadonlyMap<string, RecordedOutcome>;
}

/** One run of the real Codex binary. */
export interface RecordedRun extends CodexCase, RecordedOutcome {
  readonly case: string;
  readonly codex: string;
}

/** A recording in the file's format: an outcome without an error is a string. */
export interface RecordingFile {
  readonly codex: string;
  readonly measured: Measurement;
  readonly outcomes: Readonly<
    Record<string, Outcome | { readonly outcome: Outcome; readonly error: string }>
  >;
}

/** A file for each release, named after it. */
export const outcomesFolder = new URL("codex-outcomes/", import.meta.url);

/** The oldest release first. */
export function recordedReleases(): readonly ReleaseRecording[] {
  return readdirSync(outcomesFolder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => readRecording(readFileSync(new URL(file, outcomesFolder), "utf8")))
    .sort((one, other) => compare(one.codex, other.codex));
}

function readRecording(text: string): ReleaseRecording {
  const { codex, measured, outcomes } = parse(text) as RecordingFile;
  return {
    codex,
    measured,
    outcomes: new Map(Object.entries(outcomes).map(([name, each]) => [name, read(each)])),
  };
}

function read(outcome: RecordingFile["outcomes"][string]): RecordedOutcome {
  return typeof outcome === "string"
    ? { outcome, error: null }
    : { outcome: outcome.outcome, error: outcome.error.split("\n") };
}

/** All runs of all releases. */
export function recordedRuns(): readonly RecordedRun[] {
  const cases = codexCases();
  return recordedReleases().flatMap(({ codex, outcomes }) =>
    [...outcomes].map(([name, outcome]) => {
      const question = cases.get(name);
      if (!question) throw new Error(`${codex} has an outcome for the case ${name}, which does not exist.`);
      return { case: name, codex, ...question, ...outcome };
    }),
  );
}
