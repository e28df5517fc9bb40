import { exactVersion, isUnknownVersion, namesModel } from "../codex/releases/index.js";
import { findCodexInstalls, type CodexInstall } from "../runs/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { spanInFile } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { compiledVersion, pinSuggestions } from "./compiled-pin.js";
import { remedyOf } from "./message.js";
import { createNotice, type Notice } from "./notice.js";
import type { MessageId } from "./message-ids.js";
import { reportAt } from "./report-place.js";

/** `floatingVersion`: a tag such as `latest`, or a range. */
export type UnpinnedKind = MessageId<"codex-unpinned">;

/** `modelName`: what should be a version is the name of a model. */
export type UninstallableKind = MessageId<"codex-unknown-version">;

/** Where a workflow that runs Codex in AWF installs whichever Codex is the newest. */
export function unpinnedInstalls(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UnpinnedKind>[] {
  return installsOf(workflow)
    .filter(({ version }) => !isPinned(version) && !namesModel(version))
    .map((install) => {
      const pin = compiledVersion(workflow);
      const kind = install.version === "" ? "noVersion" : "floatingVersion";
      const remedy =
        pin === undefined
          ? remedyOf("codex-unpinned", kind, {}, "unknown")
          : remedyOf("codex-unpinned", kind, { pin }, "compiled");
      return createNotice("codex-unpinned", { kind, ...describe(workflow, install, remedy, options) });
    });
}

/** Where such a workflow installs a version of Codex that npm cannot have. */
export function uninstallableVersions(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UninstallableKind>[] {
  const kind = "modelName";
  const remedy = remedyOf("codex-unknown-version", kind);
  return installsOf(workflow)
    .filter(({ version }) => namesModel(version))
    .map((install) =>
      createNotice("codex-unknown-version", { kind, ...describe(workflow, install, remedy, options) }),
    );
}

function installsOf(workflow: Workflow): readonly CodexInstall[] {
  return findCodexRuns(workflow).length === 0 ? [] : findCodexInstalls(workflow);
}

/** Of an expression or a variable nothing is known. */
function isPinned(version: string): boolean {
  return isUnknownVersion(version) || exactVersion(version) !== undefined;
}

function describe(
  workflow: Workflow,
  install: CodexInstall,
  remedy: string,
  options: DiagnoseOptions,
): Pick<Notice, "span" | "related" | "data" | "fix" | "suggestions"> {
  const { job, version, script, span } = install;
  return {
    ...reportAt(workflow, spanInFile(script, span.start, span.end), { job: job.id, version, remedy }),
    fix: undefined,
    suggestions: pinSuggestions(workflow, install, options),
  };
}
