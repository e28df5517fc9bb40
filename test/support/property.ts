import fc from "fast-check";

/** How many cases each property test tries; `npm run fuzz` sets a much higher number. */
export const cases = Number(process.env.FC_CASES ?? 1000);

/** `vitest.config.ts` chooses a seed for each test run, and the reporter prints it; `FC_SEED` repeats its cases. */
const seed = Number(process.env.FC_SEED);

/**
 * Tries a property with many cases, or with a share of them if each case is slow. On failure, shows the smallest failing case
 * with its seed and path.
 */
export function expectProperty<Values extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Values>,
  share = 1,
): void {
  fc.assert(property, { numRuns: Math.ceil(cases * share), seed });
}
