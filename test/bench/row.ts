import type { Comparison } from "./measure/comparison.js";

/** The parts of the benchmark, as `npm run bench -- a d` selects them. */
export const parts = ["a", "b", "c", "d", "e", "f"] as const;

/** A part of the benchmark. */
export type Part = (typeof parts)[number];

/** A line of the benchmark's table. */
export interface Row {
  readonly part: Part;
  readonly what: string;
  readonly against: string;
  readonly result: Result;
  /** The ratios that are wanted at most; none where a row only informs. */
  readonly limit?: Limit;
}

/** Ratios of our time to the other side's. */
export interface Limit {
  readonly target: number;
  readonly stretch?: number;
}

/** The result of a measurement. */
export type Result =
  | ({ readonly kind: "measured" } & Comparison)
  /** Ended before it was done; the ratio is larger than this, which need not be beyond the limit. */
  | { readonly kind: "tooSlow"; readonly moreThan: number }
  | { readonly kind: "skipped"; readonly why: string };

/** Whether a row meets its limit, and by how much. */
export function verdict({ result, limit }: Row): string {
  switch (result.kind) {
    case "skipped":
      return `skipped: ${result.why}`;
    case "tooSlow":
      return limit && result.moreThan > limit.target ? "missed, given up" : "not known, given up";
    case "measured":
      return limit ? verdictOf(result.ratio, limit) : "";
  }
}

function verdictOf(ratio: number, { target, stretch }: Limit): string {
  const share = Math.round(Math.abs(ratio / target - 1) * 100);
  if (ratio > target) return `missed, ${share} % above`;
  return `${stretch !== undefined && ratio <= stretch ? "stretch met" : "met"}, ${share} % below`;
}
