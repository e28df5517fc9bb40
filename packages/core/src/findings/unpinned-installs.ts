import { exactVersion, isUnknownVersion, namesModel } from "../codex/releases/index.js";
import { checkOptions, type DiagnoseOptions } from "../faults/index.js";
import { isCompiled, lockHeader } from "../gh-aw/index.js";
import { type MessageId, remedyOf } from "../messages/index.js";
import { type CodexInstall, findCodexInstalls, findCodexRuns } from "../runs/index.js";
import { spanInFile, type TextEdit } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { createNotice, ifNoRunIsWorse, type Notice, type Suggestion } from "./finding.js";
import { reportAt } from "./report-location.js";

/** The exact version of Codex that a workflow was compiled for. */
export function compiledVersion(workflow: Workflow): string | undefined {
  const version = lockHeader(workflow)?.engineVersions?.codex;
  return exactVersion(version) && version;
}

/** Suggests to install that version instead, unless it makes a run worse. */
export function pinSuggestions(
  workflow: Workflow,
  install: CodexInstall,
  options: DiagnoseOptions,
): readonly Suggestion[] {
  const version = compiledVersion(workflow);
  if (version === undefined) return [];
  const edits = ifNoRunIsWorse(workflow, pinTo(version, install), options);
  return edits ? [{ title: `Pin Codex ${version}.`, edits }] : [];
}

/** Sets the version after the package's name, if the word contains the name literally. */
function pinTo(pin: string, { script, span, version }: CodexInstall): readonly TextEdit[] | undefined {
  const specifier = version === "" ? "@openai/codex" : `@openai/codex@${version}`;
  const offset = script.text.slice(span.start, span.end).indexOf(specifier);
  if (offset === -1) return undefined;
  const start = span.start + offset;
  const edit = script.edit(start, start + specifier.length, `@openai/codex@${pin}`);
  return edit && [edit];
}

/** The message ids of the rule `codex-unpinned`. `floatingVersion`: a tag such as `latest`, or a range. */
export type UnpinnedKind = MessageId<"codex-unpinned">;

/** The message id of the rule `codex-unknown-version`. `modelName`: the version is the name of a model. */
export type UninstallableKind = MessageId<"codex-unknown-version">;

/**
 * The installs without an exact version in a workflow that runs Codex in AWF.
 *
 * @throws {RangeError} for an invalid option
 */
export function unpinnedInstalls(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UnpinnedKind>[] {
  checkOptions(options);
  return installsOf(workflow)
    .filter(({ version }) => !isPinned(version) && !namesModel(version))
    .map((install) => {
      const pin = compiledVersion(workflow);
      const kind = install.version === "" ? "noVersion" : "floatingVersion";
      const remedy =
        pin === undefined
          ? remedyOf("codex-unpinned", kind, {}, isCompiled(workflow) ? "unknown" : "written")
          : remedyOf("codex-unpinned", kind, { pin }, "compiled");
      return createNotice("codex-unpinned", { kind, ...describe(workflow, install, remedy, options) });
    });
}

/**
 * The installs of a version that npm cannot have, in a workflow that runs Codex in AWF.
 *
 * @throws {RangeError} for an invalid option
 */
export function uninstallableVersions(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UninstallableKind>[] {
  checkOptions(options);
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

/** Whether a version is exact. An expression or a variable may be exact, so it counts as pinned. */
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
