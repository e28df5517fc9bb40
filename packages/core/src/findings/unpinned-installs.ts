import { exactVersion, namesModel } from "../codex/releases/index.js";
import { findCodexInstalls, type CodexInstall } from "../runs/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { spanInFile } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { compiledVersion, pinSuggestions } from "./compiled-pin.js";
import type { Notice } from "./notice.js";
import { reportAt } from "./report-place.js";

/** `floatingVersion`: a tag such as `latest`, or a range. */
export type UnpinnedKind = "noVersion" | "floatingVersion";

/** `modelName`: what should be a version is the name of a model. */
export type UninstallableKind = "modelName";

/** Where a workflow that runs Codex in AWF installs whichever Codex is the newest. */
export function unpinnedInstalls(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UnpinnedKind>[] {
  return installsOf(workflow)
    .filter(({ version }) => !isPinned(version) && !namesModel(version))
    .map((install) => {
      const pin = compiledVersion(workflow);
      const which = pin === undefined ? "a version" : `\`${pin}\`, for which the file was compiled`;
      const remedy = `Pin ${which}, and set \`engine.version\` in the workflow's source so that it lasts.`;
      return describe(
        workflow,
        install,
        install.version === "" ? "noVersion" : "floatingVersion",
        remedy,
        options,
      );
    });
}

/** Where such a workflow installs a version of Codex that npm cannot have. */
export function uninstallableVersions(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UninstallableKind>[] {
  const remedy =
    "In the workflow's source, put the model into `engine.model`, and a release into `engine.version`.";
  return installsOf(workflow)
    .filter(({ version }) => namesModel(version))
    .map((install) => describe(workflow, install, "modelName", remedy, options));
}

function installsOf(workflow: Workflow): readonly CodexInstall[] {
  return findCodexRuns(workflow).length === 0 ? [] : findCodexInstalls(workflow);
}

/** Of an expression or a variable nothing is known. */
function isPinned(version: string): boolean {
  return version.includes("$") || exactVersion(version) !== undefined;
}

function describe<Kind extends string>(
  workflow: Workflow,
  install: CodexInstall,
  kind: Kind,
  remedy: string,
  options: DiagnoseOptions,
): Notice<Kind> {
  const { job, version, script, span } = install;
  return {
    kind,
    ...reportAt(workflow, spanInFile(script, span.start, span.end), { job: job.id, version, remedy }),
    fix: undefined,
    suggestions: pinSuggestions(workflow, install, options),
  };
}
