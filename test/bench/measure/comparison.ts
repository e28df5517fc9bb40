/** A comparison of two sides that were measured in turns. */
export interface Comparison {
  /** Median of all rounds, as for `theirs`. */
  readonly ours: number;
  readonly theirs: number;
  readonly unit: "ms" | "bytes";
  /** Ratio of the medians. */
  readonly ratio: number;
  /** Quartiles of the rounds' ratios: they show how steady the machine was. */
  readonly low: number;
  readonly high: number;
}

/** The measured values of both sides in one round. */
export interface Round {
  readonly ours: number;
  readonly theirs: number;
}

/** Compares both sides over all rounds. */
export function compareRounds(rounds: readonly Round[], unit: Comparison["unit"] = "ms"): Comparison {
  const ours = median(rounds.map((round) => round.ours));
  const theirs = median(rounds.map((round) => round.theirs));
  const ratios = rounds.map((round) => round.ours / round.theirs);
  return {
    ours,
    theirs,
    unit,
    ratio: ours / theirs,
    low: quantile(ratios, 0.25),
    high: quantile(ratios, 0.75),
  };
}

/** The median; throws if there are no values. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new Error("There is nothing to measure.");
  return below + (above - below) * (place % 1);
}
