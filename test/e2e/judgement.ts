import type { Change, ExaminedRun } from "./examine.js";
import { NEWEST } from "./pin.js";

/** What contradicts the plugin's word about a run, each as a sentence; none if all is well. */
export function problemsOf(run: ExaminedRun): readonly string[] {
  const problems: string[] = [];
  const say = (text: string): void => void problems.push(`${run.job}, ${run.step}: ${text}`);
  if (run.isLabelledBroken && !["direct", "not installed"].includes(run.atPin.before)) {
    say(`labelled as broken, but ${run.atPin.before} before the fix at ${run.pin}`);
  }
  if (run.fix === "not reported" && run.atPin.before === "direct")
    say(`direct at ${run.pin}, but not reported`);
  if (run.fix !== "fixed") return problems;
  for (const [version, change] of [
    [run.pin, run.atPin],
    [NEWEST, run.atNewest],
  ] as const) {
    if (change.after !== "not installed" && !isMended(change))
      say(`${change.after} after the fix at ${version}`);
  }
  return problems;
}

export function needsKey({ atPin, atNewest }: ExaminedRun): boolean {
  return [atPin, atNewest].some(({ afterWithKey }) => afterWithKey !== undefined);
}

/** Whether AWF gives the container a placeholder key is not the lock file's to say: with one, it works. */
function isMended({ after, afterWithKey }: Change): boolean {
  return after === "proxied" || afterWithKey === "proxied";
}
