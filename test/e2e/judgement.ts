import type { Change, ExaminedRun } from "./examine.js";

/** The contradictions between the plugin's findings and a run, as sentences. */
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
    if (!isFixed(change)) say(`${change.after} after the fix at ${change.version}`);
  }
  return problems;
}

/** Whether Codex refused to run without a placeholder key. */
export function needsKey({ atPin, later }: ExaminedRun): boolean {
  return [atPin, ...later].some(({ afterWithKey }) => afterWithKey !== undefined);
}

/** The lock file does not determine whether AWF sets a placeholder key; with a placeholder, the run works. */
function isFixed({ after, afterWithKey }: Change): boolean {
  return after === "proxied" || afterWithKey === "proxied";
}
