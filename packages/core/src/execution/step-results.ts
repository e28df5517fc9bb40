import { fillIn, noteUnknown, type Unknown, unknownValue, UNSET, variableSetBy } from "../shell/index.js";
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

/** Records the folders that a step added to `$PATH`, with `ShellState.unknowns` for what is not known. */
export function notePaths({ state, progress }: StepWork, file: string): void {
  const { node } = state.files.find(file);
  const note = (unknown: Unknown): string => noteUnknown(state, unknown);
  const added =
    node.kind === "unknown"
      ? [note(node.unknown)]
      : node.kind === "file"
        ? foldersIn(node.content).map((folder) => fillIn(folder, note))
        : [];
  if (added.length === 0) return;
  const folders = added.toReversed().concat(progress.results.get("paths") ?? []);
  progress.results.set("paths", folders.join(":"));
}

/** Records the variables that a step passes on to later steps. */
export function exportTo(work: StepWork, { values, rest }: FileCommands): void {
  const { exports } = work.progress;
  if (rest) exportUnknown(work, rest);
  for (const [name, value] of values) {
    if (/^(?:GITHUB|RUNNER)_/.test(name) || name === "NODE_OPTIONS") continue;
    exports.set(name, { ...UNSET, value });
  }
}

/** Records that a step may have set any variable for later steps, also those that earlier steps have set. */
export function exportUnknown({ progress: { exports }, state }: StepWork, unknown: Unknown): void {
  for (const name of exports.keys()) {
    const value = unknownValue({ ...variableSetBy(unknown, name), integer: undefined });
    exports.set(name, { ...UNSET, value });
  }
  noteExports(state, unknown);
}
