import { evaluateTestWords } from "../conditions.js";
import type { CommandCall, CommandResult, Program, Shell } from "../command-call.js";
import { NO_OUTPUT, SUCCESS } from "../command-call.js";
import { runBash } from "./bash.js";
import { runCat, runEcho, runPrintf, runTee } from "./printing.js";
import { runCopy, runMove, runRemove } from "./copying.js";
import { runUnknown } from "./unknown-program.js";
import { runChangeDirectory, runExport, runShift, runUnset } from "./variables.js";

const BUILT_IN: ReadonlyMap<string, Program> = new Map<string, Program>([
  ["cat", runCat],
  ["echo", runEcho],
  ["printf", runPrintf],
  ["tee", runTee],
  ["cp", runCopy],
  ["install", runCopy],
  ["ln", runCopy],
  ["mv", runMove],
  ["rm", runRemove],
  ["bash", runBash],
  ["sh", runBash],
  ["cd", runChangeDirectory],
  ["export", runExport],
  ["declare", runExport],
  ["local", runExport],
  ["readonly", runExport],
  ["shift", runShift],
  ["unset", runUnset],
  [":", () => SUCCESS],
  ["true", () => SUCCESS],
  ["false", () => ({ output: NO_OUTPUT, status: "failure" })],
  ["[", (call) => ({ output: NO_OUTPUT, status: evaluateTestWords(call.words.slice(1, -1), call.state) })],
  ["test", (call) => ({ output: NO_OUTPUT, status: evaluateTestWords(call.words.slice(1), call.state) })],
  ["exit", runExit],
  ["return", () => SUCCESS],
]);

function runExit(call: CommandCall): CommandResult {
  call.state.exited = true;
  return SUCCESS;
}

/** Runs a program that this model knows, or notes what one that it does not know may have changed. */
export function runBuiltIn(call: CommandCall, shell: Shell): CommandResult {
  return BUILT_IN.get(call.name)?.(call, shell) ?? runUnknown(call);
}
