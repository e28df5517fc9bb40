import type { DurableFix } from "eslint-plugin-gh-aw/core";
import { pathFrom } from "../files/paths.js";

/** What was changed in sources and lock files; nothing where nothing was. */
export function sourcesReport(fixes: readonly DurableFix[], cwd: string): string {
  if (fixes.length === 0) return "";
  const lines = fixes.flatMap(({ sources, locks, settings }) => [
    ...sources.map(({ path }) => `${pathFrom(cwd, path)}\n  ${settings.join(", ")} set`),
    ...locks.map(
      ({ path }) => `${pathFrom(cwd, path)}\n  changed to match, with the hash of the changed source`,
    ),
  ]);
  return `\n${lines.join("\n")}\n\nChanged sources and lock files together: \`gh aw compile\` keeps this.\n`;
}
