import fc from "fast-check";

/** How many cases a property is tried on; `npm run fuzz` has many more. */
export const cases = Number(process.env.FC_CASES ?? 1000);

/** Of each run of the tests its own, which `vitest.config.ts` chooses and the reporter prints; `FC_SEED` repeats one. */
const seed = Number(process.env.FC_SEED);

/** Tries a property on many cases. Of one that fails, the smallest that was found is shown, with seed and path. */
export function expectProperty<Values extends [unknown, ...unknown[]]>(
  property: fc.IPropertyWithHooks<Values>,
): void {
  fc.assert(property, { numRuns: cases, seed });
}

/** The same for one that takes a while, such as ESLint. */
export async function expectAsyncProperty<Values extends [unknown, ...unknown[]]>(
  property: fc.IAsyncPropertyWithHooks<Values>,
): Promise<void> {
  await fc.assert(property, { numRuns: cases, seed });
}
