import type { Statement } from "unbash";
import { spanInFile, type MappedText } from "../../text/index.js";
import type { Context } from "../context.js";
import { ControlFlow, leavingOf } from "../state/control-flow.js";
import { recordStatuses } from "../state/pipe-statuses.js";
import { forgetAll, isOn, newUnknown, type ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { runStatement } from "./command-nodes.js";
import { giveUp } from "./given-up.js";
import type { Interpreter } from "./interpreter.js";
import { parseScript, type ParsedScript } from "./parsed-script.js";
import { posixLines, type PosixLines } from "./posix-shell.js";
import { isSubshell, runProcess } from "./processes.js";

/** Runs a script. A script that Bash cannot parse fails at the line of the error. */
export function runText(
  interpreter: Interpreter,
  script: MappedText,
  state: ShellState,
  isTested: boolean,
): Status {
  const { lines: all, isWhole } = parseScript(script);
  const { lines, next }: PosixLines = isOn(state, "posix")
    ? posixLines(script.text, all)
    : { lines: all, next: "end" };
  const context: Context = { script, state, isTested, substitutions: interpreter.substitutions };
  runLines(interpreter, lines, context, state.depth === 1 && !state.budget.isRough);
  if (next === "error") throw new ControlFlow({ kind: "exit", status: 2 });
  if (next === "unknown") {
    const unknown = newUnknown(state, "a script of `sh`", {
      label: "sh",
      what: "a script in the language of Bash that `sh` runs",
      origin: spanInFile(script, 0, script.text.length),
    });
    forgetAll(state, unknown);
    return unknown;
  }
  if (!isWhole) return 2;
  return lines.length === 0 ? 0 : (state.statuses.get("") ?? 0);
}

/** Runs the lines of a script; `mayGiveUp` if it is that of a step. */
function runLines(
  interpreter: Interpreter,
  lines: ParsedScript["lines"],
  context: Context,
  mayGiveUp: boolean,
): void {
  const { state } = context;
  const run = (line: readonly Statement[]): void => {
    runLine(interpreter, line, context);
  };
  if (!mayGiveUp) {
    state.ways.runEach(lines, run);
    return;
  }
  state.ways.runEach(lines, run, (line) => {
    const rest = lines.slice(lines.indexOf(line));
    const [{ pos, end } = { pos: 0, end: 0 }] = line;
    giveUp({ pos, end }, context, () => {
      runProcess(interpreter, state, () => {
        runLines(interpreter, rest, context, false);
        return 0;
      });
    });
  });
}

function runLine(interpreter: Interpreter, line: readonly Statement[], context: Context): void {
  const { state } = context;
  const [only] = line;
  const leaving = leavingOf(() => {
    if (only && line.length === 1) runStatement(interpreter, only, context);
    else interpreter.runStatements(line, context);
  });
  if (!leaving) return;
  if (leaving.kind !== "discard" || isSubshell(state)) throw new ControlFlow(leaving);
  state.statuses.set("", leaving.status);
  recordStatuses(state, [leaving.status]);
}
