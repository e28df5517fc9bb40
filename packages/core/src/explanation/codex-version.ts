import { exactVersion, isUnknownVersion, namesModel } from "../codex/releases/index.js";
import { type CodexInstall, type CodexRun, findCodexInstalls } from "../runs/index.js";
import { spanInFile } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import type { ExplainedFact } from "./run-explanation.js";

/** Explains the version of Codex that a run gets. */
export function explainCodexVersion(workflow: Workflow, run: CodexRun): ExplainedFact {
  const { codexVersion } = run;
  if (codexVersion === undefined) {
    return { value: "latest", because: "Nothing in this file installs Codex.", span: undefined };
  }
  const install = installOf(workflow, run, codexVersion);
  const where = install
    ? `Job \`${install.job.id}\` ${isStart(install, run) ? "fetches and starts" : "installs"} it`
    : "The file names it";
  const span = install && spanInFile(install.script, install.span.start, install.span.end);
  // An unknown version is shown as written in the file.
  const written =
    span && workflow.text.slice(span.start, span.end).replace(/^["']?@openai\/codex@|["']$/g, "");
  const value = isUnknownVersion(codexVersion) && written !== "" ? (written ?? codexVersion) : codexVersion;
  return {
    value: value === "" ? "latest" : value,
    because: `${where}${remark(codexVersion)}.`,
    span,
  };
}

function remark(version: string): string {
  if (version === "") return " without a version, so npm takes the newest";
  if (exactVersion(version) || namesModel(version)) return "";
  return isUnknownVersion(version)
    ? "; the version is known only at run time"
    : "; the version depends on the day of the run";
}

/** The install that decides: the last one before the run in its job, or else the first one elsewhere. */
function installOf(workflow: Workflow, run: CodexRun, version: string): CodexInstall | undefined {
  const installs = findCodexInstalls(workflow).filter((install) => install.version === version);
  const own = installs.filter(({ job }) => job.id === run.job.id);
  return (
    own.find((install) => isStart(install, run)) ??
    own.findLast(({ script, span }) => script.startInFile(span.start) <= run.span.start) ??
    own[0] ??
    installs[0]
  );
}

/** Whether an install also starts Codex, as `npx @openai/codex@0.121.0 exec` does. */
function isStart({ script, span }: CodexInstall, run: CodexRun): boolean {
  return script.startInFile(span.start) === run.span.start;
}
