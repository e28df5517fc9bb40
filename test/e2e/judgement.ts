import type { Change, ExaminedRun } from "./examine.js";

/** What contradicts the plugin's word about a run, each as a sentence; none if all is well. */
export function problemsOf(run: ExaminedRun): readonly string[] {
  const problems: string[] = [];
  const say = (text: string): void => void problems.push(`${run.job}, ${run.step}: ${text}`);
  if (run.isLabelledBroken && run.atPin.before !== "direct") {
    say(`labelled as broken, but ${run.atPin.before} before the fix at ${run.pin}`);
  }
  if (run.fix === "not reported" && run.atPin.before === "direct")
    say(`direct at ${run.pin}, but not reported`);
  if (run.fix !== "fixed") return problems;
  for (const change of [run.atPin, ...run.later]) {
    if (!isMended(change)) say(`${change.after} after the fix at ${change.version}`);
  }
  return problems;
}

export function needsKey({ atPin, later }: ExaminedRun): boolean {
  return [atPin, ...later].some(({ afterWithKey }) => afterWithKey !== undefined);
}

/** Whether AWF gives the container a placeholder key is not the lock file's to say: with one, it works. */
function isMended({ after, afterWithKey }: Change): boolean {
  return after === "proxied" || afterWithKey === "proxied";
}
