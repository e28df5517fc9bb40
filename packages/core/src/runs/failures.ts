import type { Job } from "../workflow/index.js";

/** Whether steps that start AWF may run when a step before failed. */
export function goesOnAfterFailure({ steps }: Job): boolean {
  const last = steps.findLastIndex(({ run }) => run?.source.includes("awf"));
  return steps.some(
    ({ condition, continueOnError }, index) =>
      index <= last &&
      (/\b(?:always|failure|cancelled)\s*\(/i.test(condition ?? "") ||
        (index < last && continueOnError !== undefined && continueOnError.trim() !== "false")),
  );
}
