import { entry, textOf, type YamlEntry } from "../yaml/index.js";
import type { RunDefaults } from "./workflow.js";

/** Reads `defaults.run` of a workflow or a job. */
export function readRunDefaults(entries: readonly YamlEntry[]): RunDefaults {
  const defaults = entry(entries, "defaults")?.value;
  const run = defaults?.kind === "mapping" ? entry(defaults.entries(), "run")?.value : undefined;
  const ofRun = run?.kind === "mapping" ? run.entries() : [];
  return { shell: textOf(ofRun, "shell"), workingDirectory: textOf(ofRun, "working-directory") };
}
