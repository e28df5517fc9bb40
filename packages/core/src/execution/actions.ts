import { isCompiled } from "../gh-aw/index.js";
import {
  folderOf,
  joinValues,
  knownText,
  type ShellState,
  sliceValue,
  textualPathOf,
  textValue,
  type Unknown,
  type Value,
} from "../shell/index.js";
import { type Contexts, substituteText } from "../workflow/expressions/index.js";
import { actionWrites, inputOf, type Step } from "../workflow/index.js";
import { makeCompilerFolders } from "./runner.js";
import { HOME } from "./runner-folders.js";
import { shellValue } from "./step-environment.js";
import { exportUnknown } from "./step-results.js";
import type { StepWork } from "./step-work.js";

/** Makes everything unknown that the action of a step may write. */
export function runAction(work: StepWork, step: Step, contexts: Contexts): void {
  const { state, workflow } = work;
  const [action = ""] = (step.uses ?? "").split("@", 1);
  const name = action.trim();
  const location = { start: step.span.start, end: step.span.start };
  const unknown: Unknown = {
    id: `action ${String(step.span.start)}`,
    label: `\${${name}}`,
    what: `\`${name}\``,
    origin: location,
  };
  const writes = actionWrites(step, contexts, isCompiled(workflow));
  switch (writes.kind) {
    case "nowhere":
      if (AWF_SETUP.test(name)) noteAwfVersion(state, step, contexts);
      else if (/gh-aw|^\.\/actions\/setup$/.test(name)) makeCompilerFolders(state);
      return;
    case "folders":
      for (const folder of writes.folders) {
        const written = textualPathOf(state, expandHome(shellValue(folder, location, name)));
        const { path } = state.files.find(written.replace(/\/?\*.*/s, ""));
        if (writes.areMade) state.files.makeDirectory(path);
        state.files.taint(writes.areMade ? path : missingFolder(state, path), unknown);
      }
      return;
    case "anywhere":
      state.files.taintAll(unknown);
      state.notes.set("tainted", unknown.what);
      if (!isCompiled(workflow)) exportUnknown(work, unknown);
  }
}

/** The action of AWF's repository, which installs AWF (its `action.yml`). */
const AWF_SETUP = /^github(?:next)?\/gh-aw-firewall$/i;

/** Notes the version of AWF that the action installs. The newest one, by default, is not known. */
function noteAwfVersion(state: ShellState, step: Step, contexts: Contexts): void {
  const input = substituteText(inputOf(step, "version") ?? "", contexts);
  const version = knownText(shellValue(input, step.span, "version")) ?? "";
  state.notes.set("awf", /^v\d/.test(version) ? version : undefined);
}

/** The topmost folder of a path that does not exist, or the path itself. */
function missingFolder(state: ShellState, path: string): string {
  const isMissing = (folder: string): boolean => state.files.find(folder).node.kind === "absent";
  let first = path;
  while (isMissing(first) && isMissing(folderOf(first))) first = folderOf(first);
  return first;
}

/** Expands a leading `~`, as `@actions/cache` and `actions/download-artifact` do. */
function expandHome(path: Value): Value {
  const { text } = path.text;
  if (!/^~(?=\/|$)/.test(text)) return path;
  return joinValues([textValue(HOME, { start: 0, end: 0 }), sliceValue(path, 1, text.length)]);
}
