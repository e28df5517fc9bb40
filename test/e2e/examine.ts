import type { Outcome } from "@gh-aw-lint/core";
import { observeRuns, type ObservedRun } from "./codex-runs.js";
import { fix, type ReportedFile } from "./lock-files.js";
import { LATER, pinOf } from "./pin.js";
import { askRealCodex, type CodexCall } from "./real-codex.js";

/** What the real Codex did with the input from a lock file. */
export type Result = Outcome | "not reached" | "-";

/** A Codex run before and after `eslint --fix`, with one version of Codex. */
export interface Change {
  readonly version: string;
  readonly before: Result;
  readonly after: Result;
  /** The outcome after the fix with a placeholder key, if Codex refused to run without a key. */
  readonly afterWithKey: Outcome | undefined;
}

/** A Codex run of a lock file, before and after the fix. */
export interface ExaminedRun {
  readonly file: string;
  readonly job: string;
  readonly step: string;
  readonly pin: string;
  readonly isLabelledBroken: boolean;
  readonly fix: "fixed" | "no fix" | "not reported";
  readonly atPin: Change;
  readonly later: readonly Change[];
  /** Failed steps before the start of Codex, in the fixed file. */
  readonly failures: readonly string[];
}

/** Runs the jobs of a lock file before and after the fix, and the real Codex with the input from these jobs. */
export async function examineFile(file: ReportedFile): Promise<readonly ExaminedRun[]> {
  const before = (await observeRuns(file.text)).filter(({ run }) => run.apiProxy.on);
  const after = (await observeRuns(await fix(file))).filter(({ run }) => run.apiProxy.on);
  if (before.length !== after.length) throw new Error(`${file.file} has other Codex runs when fixed.`);
  const examined: ExaminedRun[] = [];
  for (const [index, { run }] of before.entries()) {
    const pin = pinOf(run.codexVersion);
    const change = (version: string): Promise<Change> =>
      compare(before[index], after[index], version, pin.isAffected);
    const later: Change[] = [];
    for (const version of LATER) later.push(await change(version));
    examined.push({
      file: file.file,
      job: run.job.id,
      step: run.step.name ?? "",
      pin: pin.shown,
      isLabelledBroken: file.jobs[index]?.verdict === "broken",
      fix: "not reported",
      atPin: await change(pin.version),
      later,
      failures: after[index]?.failures ?? [],
    });
  }
  return withFixes(examined, file);
}

async function compare(
  before: ObservedRun | undefined,
  after: ObservedRun | undefined,
  version: string,
  isAffected: boolean,
): Promise<Change> {
  if (!isAffected) return { version, before: "-", after: "-", afterWithKey: undefined };
  return {
    version,
    before: await resultOf(before?.call, version),
    after: await resultOf(after?.call, version),
    afterWithKey: await outcomeWithKey(after?.call, version),
  };
}

async function resultOf(call: CodexCall | undefined, version: string): Promise<Result> {
  if (!call) return "not reached";
  return (await askRealCodex(call, version)).outcome;
}

async function outcomeWithKey(call: CodexCall | undefined, version: string): Promise<Outcome | undefined> {
  if (!call) return undefined;
  const { outcome, error } = await askRealCodex(call, version);
  if (outcome !== "refused" || !error.includes("Missing environment variable")) return undefined;
  const env = { ...call.env, OPENAI_API_KEY: "placeholder" };
  return (await askRealCodex({ ...call, env }, version)).outcome;
}

/**
 * A finding names only its job, and findings have the order of the runs. The findings of a job concern all its runs, or those
 * that connect to api.openai.com.
 */
function withFixes(examined: readonly ExaminedRun[], { findings }: ReportedFile): readonly ExaminedRun[] {
  return examined.map((run) => {
    const ofJob = examined.filter(({ job }) => job === run.job);
    const reported = findings.filter(({ data }) => data.job === run.job);
    const subjects =
      reported.length === ofJob.length ? ofJob : ofJob.filter(({ atPin }) => atPin.before === "direct");
    const finding = subjects.includes(run) ? reported[subjects.indexOf(run)] : undefined;
    return finding ? { ...run, fix: finding.fix ? "fixed" : "no fix" } : run;
  });
}
