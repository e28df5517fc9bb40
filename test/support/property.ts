import fc from "fast-check";

/** How many cases a property is tried on; `npm run fuzz` has many more. */
export const cases = Number(process.env.FC_CASES ?? 1000);

/** Of each run of the tests its own, which `vitest.config.ts` chooses and the reporter prints; `FC_SEED` repeats one. */
const seed = Number(process.env.FC_SEED);

/**
 * Tries a property on many cases, or on a share of them if each takes long. On failure, shows the smallest failing case
 * with its seed and path.
 */
export function expectProperty<Values extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Values>,
  share = 1,
): void {
  fc.assert(property, { numRuns: Math.ceil(cases * share), seed });
}
