import { exactVersion } from "../codex/releases/index.js";
import type { DiagnoseOptions } from "../faults/index.js";
import { lockHeader } from "../gh-aw/index.js";
import type { CodexInstall } from "../runs/index.js";
import type { TextEdit } from "../text/index.js";
import type { Workflow } from "../workflow/index.js";
import { ifNoRunIsWorse, type Suggestion } from "./notice.js";

/** The exact version of Codex for which a workflow was compiled. */
export function compiledVersion(workflow: Workflow): string | undefined {
  const version = lockHeader(workflow)?.engineVersions?.codex;
  return exactVersion(version) && version;
}

/** To install that version instead, unless a run is worse off with it. */
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

/** Puts the version behind the package's name, if the word has that as it stands. */
function pinTo(pin: string, { script, span, version }: CodexInstall): readonly TextEdit[] | undefined {
  const specifier = version === "" ? "@openai/codex" : `@openai/codex@${version}`;
  const offset = script.text.slice(span.start, span.end).indexOf(specifier);
  if (offset === -1) return undefined;
  const start = span.start + offset;
  const edit = script.edit(start, start + specifier.length, `@openai/codex@${pin}`);
  return edit && [edit];
}
