import { isMapping } from "./workflow-file.js";

/** The matrix values of one run. */
export type Combination = Readonly<Record<string, unknown>>;

/**
 * The runs of a job with a matrix, as GitHub documents it for `jobs.<job_id>.strategy.matrix`: all combinations of the
 * lists, except those of `exclude`; an `include` extends the combinations whose list values it does not change, or adds one.
 */
export function combinations(matrix: unknown): readonly Combination[] {
  if (!isMapping(matrix)) return [{}];
  const { include, exclude, ...lists } = matrix;
  const axes = Object.entries(lists);
  let found: Combination[] = axes.length > 0 ? [{}] : [];
  for (const [name, values] of axes) {
    const list: readonly unknown[] = Array.isArray(values) ? values : [values];
    found = found.flatMap((combination) => list.map((value) => ({ ...combination, [name]: value })));
  }
  found = found.filter((combination) => !mappings(exclude).some((each) => agrees(combination, each)));

  const originals = found.map((combination) => ({ original: combination, extended: combination }));
  const added: Combination[] = [];
  for (const extra of mappings(include)) {
    let extends_ = false;
    for (const each of originals) {
      const shared = Object.fromEntries(Object.entries(extra).filter(([name]) => name in each.original));
      if (!agrees(each.original, shared)) continue;
      each.extended = { ...each.extended, ...extra };
      extends_ = true;
    }
    if (!extends_) added.push(extra);
  }
  const all = [...originals.map(({ extended }) => extended), ...added];
  return all.length > 0 ? all : [{}];
}

function mappings(value: unknown): readonly Combination[] {
  return Array.isArray(value) ? value.filter(isMapping) : [];
}

function agrees(combination: Combination, part: Combination): boolean {
  return Object.entries(part).every(
    ([name, value]) => JSON.stringify(combination[name]) === JSON.stringify(value),
  );
}
