import type { Linter } from "eslint";

/** A configuration of `gh-aw-lint.config.*`: entries as in ESLint, on top of the recommended rules. */
export type Config = readonly Linter.Config[];

/** Its entries as they are, for editors to know their types. */
export function defineConfig(...entries: readonly (Linter.Config | Config)[]): Config {
  return entries.flat();
}
