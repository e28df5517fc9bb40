import type { Linter } from "eslint";
import { features } from "node:process";
import { pathToFileURL } from "node:url";
import { UsageError } from "../usage-error.js";

/**
 * The entries of a `gh-aw-lint.config.*` file, in the format of an ESLint configuration.
 *
 * @param file absolute
 * @param name as the user knows it
 * @throws UsageError if it cannot be loaded or is not such a file
 */
export async function loadEntries(file: string, name: string): Promise<Linter.Config[]> {
  if (/\.[cm]?ts$/.test(file) && !("typescript" in features && features.typescript !== false))
    throw new UsageError(
      `\`${name}\` needs Node 22.18 or later, which runs TypeScript. Or use a \`.mjs\` file.`,
    );
  const module: unknown = await import(pathToFileURL(file).href).catch((error: unknown) => {
    throw new UsageError(
      `\`${name}\` cannot be loaded: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  const exported = typeof module === "object" && module !== null && "default" in module && module.default;
  const entries = (Array.isArray(exported) ? exported : [exported]).flat(Infinity);
  if (entries.every(isEntry)) return entries;
  throw new UsageError(
    `\`${name}\` does not export a configuration. It is an array, as in ESLint: ` +
      '`export default [{ rules: { "gh-aw/codex-unpinned": "error" } }];`',
  );
}

/** ESLint validates the rest. */
function isEntry(value: unknown): value is Linter.Config {
  return typeof value === "object" && value !== null;
}
