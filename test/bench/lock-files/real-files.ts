import { diagnose } from "@gh-aw-lint/core";
import { labelledFiles } from "../../support/shared.js";

/** Real lock files of a typical size, one of each kind. */
export interface RealFiles {
  readonly sound: string;
  readonly broken: string;
  readonly otherEngine: string;
}

/** `undefined` if they are absent. */
export function realFiles(): RealFiles | undefined {
  const files = labelledFiles().filter(({ text }) => text.length > 90_000 && text.length < 160_000);
  const withVerdict = (wanted: string): string | undefined =>
    files.find(({ jobs }) => jobs.length > 0 && jobs.every(({ verdict }) => verdict === wanted))?.text;
  const sound = withVerdict("ok");
  const broken = files.find(({ text }) => diagnose(text).some(({ fix }) => fix !== undefined))?.text;
  // From one of the newest compilers, whose AWF configuration lists models of codex.
  const otherEngine = files.find(({ text, jobs }) => jobs.length === 0 && text.includes("gpt-5-codex"))?.text;
  return sound === undefined || broken === undefined || otherEngine === undefined
    ? undefined
    : { sound, broken, otherEngine };
}
