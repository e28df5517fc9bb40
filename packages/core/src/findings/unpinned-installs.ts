import { exactVersion } from "../codex/releases/index.js";
import { findCodexInstalls, type CodexInstall } from "../runs/index.js";
import { findCodexRuns } from "../runs/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { firstLine, spanInFile, type TextEdit } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { harmless, type Notice } from "./notice.js";

/** `floatingVersion`: a tag such as `latest`, or a range. */
export type UnpinnedKind = "noVersion" | "floatingVersion";

/** Where a workflow that runs Codex in AWF installs whichever Codex is the newest. */
export function unpinnedInstalls(
  workflow: Workflow,
  options: DiagnoseOptions = {},
): readonly Notice<UnpinnedKind>[] {
  if (findCodexRuns(workflow).length === 0) return [];
  return findCodexInstalls(workflow)
    .filter(({ version }) => !isPinned(version))
    .map((install) => describe(workflow, install, options));
}

/** Of an expression or a variable nothing is known. */
function isPinned(version: string): boolean {
  return version.includes("$") || exactVersion(version) !== undefined;
}

function describe(workflow: Workflow, install: CodexInstall, options: DiagnoseOptions): Notice<UnpinnedKind> {
  const { job, version, script, span } = install;
  const compiled = workflow.header?.engineVersions?.codex;
  const pin = exactVersion(compiled) && compiled;
  const edits = pin === undefined ? undefined : harmless(workflow, pinTo(pin, install), options);
  const which = pin === undefined ? "a version" : `\`${pin}\`, for which the file was compiled`;
  return {
    kind: version === "" ? "noVersion" : "floatingVersion",
    span: firstLine(workflow.text, spanInFile(script, span.start, span.end)),
    data: {
      ...{ job: job.id, version },
      remedy: `Pin ${which}, and set \`engine.version\` in the workflow's source so that it lasts.`,
    },
    fix: undefined,
    suggestions: edits ? [{ title: `Pin Codex ${pin ?? ""}.`, edits }] : [],
  };
}

/** Puts the version behind the package's name, if the word has that as it stands. */
function pinTo(pin: string, { script, span, version }: CodexInstall): readonly TextEdit[] | undefined {
  const specifier = version === "" ? "@openai/codex" : `@openai/codex@${version}`;
  const offset = script.text.slice(span.start, span.end).indexOf(specifier);
  if (offset === -1) return undefined;
  const start = span.start + offset;
  const edit = script.edit(start, start + specifier.length, `@openai/codex@${pin}`);
  return edit && [edit];
}
