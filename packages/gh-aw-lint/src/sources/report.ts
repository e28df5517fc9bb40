import type { DurableFix } from "eslint-plugin-gh-aw/core";
import { pathFrom } from "../files/paths.js";

/** The changes to sources and lock files; empty if there are none. */
export function sourcesReport(fixes: readonly DurableFix[], cwd: string): string {
  if (fixes.length === 0) return "";
  const lines = fixes.flatMap(({ sources, locks, settings }) => [
    ...sources.map(({ path }) => `${pathFrom(cwd, path)}\n  ${settings.join(", ")} set`),
    ...locks.map(
      ({ path }) => `${pathFrom(cwd, path)}\n  updated to match, including the hash of the source`,
    ),
  ]);
  return `\n${lines.join("\n")}\n\nChanged sources and lock files together: \`gh aw compile\` keeps the change.\n`;
}
