import { knownText, unknownValue, UNSET } from "../shell/index.js";
import type { Step, StepResult } from "../workflow/index.js";
import { type FileCommands, foldersIn } from "./file-commands.js";
import { wantedResults } from "./asked-results.js";
import { noteExports } from "./runner.js";
import type { StepWork } from "./step-work.js";

/** The result of a skipped step. */
export const SKIPPED: StepResult = {
  outputs: new Map(),
  hasAllOutputs: true,
  outcome: "skipped",
  conclusion: "skipped",
};

/** Records a step's result, without the parts that no expression reads, so that they do not keep two ways apart. */
export function noteResult({ progress, job }: StepWork, { id }: Step, result: StepResult): void {
  if (id === undefined) return;
  const wants = wantedResults(job, id);
  if (!wants.end && !wants.outputs) return;
  progress.steps.set(id, {
    outputs: wants.outputs ? result.outputs : new Map(),
    hasAllOutputs: wants.outputs && result.hasAllOutputs,
    outcome: wants.end ? result.outcome : undefined,
    conclusion: wants.end ? result.conclusion : undefined,
  });
}

/** Records the folders that a step added to `$PATH`. */
export function notePaths({ state, progress }: StepWork, file: string): void {
  const { node } = state.files.find(file);
  if (node.kind === "unknown") progress.results.set("paths", undefined);
  if (node.kind !== "file" || node.content.length === 0) return;
  const before = progress.results.get("paths");
  const added = foldersIn(node.content).map(knownText);
  const areKnown = added.every((folder) => folder !== undefined);
  const folders = [...added].reverse().concat(before ?? []);
  progress.results.set("paths", areKnown ? folders.join(":") : undefined);
}

/** Records the variables that a step passes on to later steps. */
export function exportTo({ progress, state }: StepWork, { values, rest }: FileCommands): void {
  // What may set any variable may also set those of earlier steps anew.
  if (rest) {
    for (const name of progress.exports.keys()) {
      const value = unknownValue({
        ...rest,
        id: `${rest.id} ${name}`,
        label: `\${${name}}`,
        integer: undefined,
      });
      progress.exports.set(name, { ...UNSET, value });
    }
  }
  for (const [name, value] of values) {
    if (/^(?:GITHUB|RUNNER)_/.test(name) || name === "NODE_OPTIONS") continue;
    progress.exports.set(name, { ...UNSET, value });
  }
  if (rest) noteExports(state, rest);
}
