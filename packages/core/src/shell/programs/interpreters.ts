import type { CommandCall } from "../command-call.js";
import type { Unknown } from "../values/value.js";
import { runsScriptsOfFolder } from "./install-scripts.js";
import { printsOnly } from "./one-liners.js";
import { taintOperands, taintWords } from "./taint-operands.js";
import { isGhAwScript, taintAll } from "./taint.js";

/** Makes the files unknown that a Python program may write, or one of the modules `pip` and `venv`. */
export function taintFilesOfPython(call: CommandCall, unknown: Unknown): void {
  const [, option, module, ...rest] = call.words;
  if (option?.value === "-m" && module && /^(?:pip|venv)$/.test(module.value)) {
    const asProgram = { ...call, name: module.value, words: [module, ...rest] } as const;
    if (runsScriptsOfFolder(asProgram)) taintAll(call, unknown);
    else taintOperands(call, unknown);
  } else if (!printsOnly(call)) taintAll(call, unknown);
}

/** Makes the files unknown that a Node program may write. */
export function taintFilesOfNode(call: CommandCall, unknown: Unknown): void {
  if (call.words.slice(1).every(({ value }) => value === "--version" || value === "-v")) return;
  if (!printsOnly(call)) taintFilesOfShell(call, unknown);
}

/** Makes the files unknown that a shell script may write. */
export function taintFilesOfShell(call: CommandCall, unknown: Unknown): void {
  if (!call.words.slice(1).some((word) => word.isKnown && isGhAwScript(word.value))) taintAll(call, unknown);
}

/** `print > file`, `system()`, pipes, programs from a file, and `gawk -i inplace`; not `$1 > 5`. */
const AWK_WRITES = /\bprintf?\b[^;}\n]*>|\bsystem\s*\(|[^|]\|[^|]|^-f|^--file|^inplace$/;

/** Makes the files unknown that an AWK program may write. */
export function taintFilesOfAwk(call: CommandCall, unknown: Unknown): void {
  if (call.words.some(({ value }) => AWK_WRITES.test(value))) taintAll(call, unknown);
}

/** Makes the files unknown that `yq` may edit in place. */
export function taintFilesOfYq(call: CommandCall, unknown: Unknown): void {
  if (call.words.some(({ value }) => /^(?:-\w*i|--inplace|--in-place)/.test(value)))
    taintWords(call, unknown);
}
