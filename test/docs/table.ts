/** A table in Markdown; Prettier aligns its columns. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A stretch of releases in which everything is the same. */
export interface Stretch {
  /** The first release of it. */
  readonly from: string;
  readonly values: readonly string[];
}

/** Joins neighbouring releases with equal values. */
export function joinReleases(
  releases: readonly string[],
  valuesOf: (release: string) => readonly string[],
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const release of releases) {
    const values = valuesOf(release);
    const isNew = values.some((value, index) => value !== stretches.at(-1)?.values[index]);
    if (isNew) stretches.push({ from: release, values });
  }
  return stretches;
}
