import type { Linter } from "eslint";

/** A configuration of `gh-aw-lint.config.*`: entries as in ESLint, on top of the recommended rules. */
export type Config = readonly Linter.Config[];

/** Returns the entries unchanged, so that editors know their types. */
export function defineConfig(...entries: readonly (Linter.Config | Config)[]): Config {
  return entries.flat();
}
