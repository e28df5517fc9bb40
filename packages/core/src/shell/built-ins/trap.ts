import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { unknownContent } from "../files/content.js";
import { outputOf } from "../programs/output.js";
import { taintAll } from "../programs/taint.js";
import { ControlFlow } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { signalJob } from "../state/jobs.js";
import type { Status } from "../state/status.js";
import { soleUnknown } from "../values/value.js";

/** `trap action signals`, and `trap signal`, which resets the signal. */
export function runTrap(call: CommandCall, shell: Shell): Status {
  const [, ...words] = call.words;
  const operands = words[0]?.value === "--" ? words.slice(1) : words;
  const [first, ...others] = operands;
  if (!first || first.value === "-p" || first.value === "-l") {
    shell.print(call, unknownContent(outputOf(call)));
    return 0;
  }
  const isReset = first.value === "-" || /^\d+$/.test(first.value) || others.length === 0;
  const signals = first.value === "-" ? others : isReset ? operands : others;
  if (signals.length === 0) return 2;
  const action = isReset || first.value === "" ? undefined : first.text;
  let status: Status = 0;
  for (const { value, isKnown } of signals) {
    const name = nameOf(value);
    if (isKnown && !NAMES.test(name)) status = others.length === 0 ? 2 : 1;
    else call.state.traps.set(name, action);
    // When this one runs is not followed.
    if (action && name === "RETURN") taintAll(call, outputOf(call, "a `trap ... RETURN`"));
  }
  return status;
}

const OF_SHELL: readonly string[] = ["EXIT", "ERR", "DEBUG", "RETURN"];

/** `kill`, which may end the shell itself, or start the action of one of its traps. */
export function runKill(call: CommandCall): Status | undefined {
  const { state } = call;
  const words = call.words.slice(1);
  const options = words.map(({ value }) => value);
  const at = options.findIndex((value) => /^-(?:s|n|-signal)$/.test(value));
  const signal = nameOf(
    at === -1 ? (options.find((value) => /^-\w/.test(value))?.slice(1) ?? "TERM") : (options[at + 1] ?? ""),
  );
  if (signal === "EXIT" || signal === "L") return undefined;
  if (state.traps.keys().some((name) => !OF_SHELL.includes(name) && state.traps.get(name)))
    taintAll(call, outputOf(call, "a `kill` of a shell with traps"));
  const unknown = outputOf(call);
  for (const { text } of words) signalJob(state, text, unknown);
  if (!words.some(isOwnProcess)) return undefined;
  // A trap may ignore the signal, or let the script go on.
  if (!ask(state, `ends ${unknown.id}`, true, unknown)) return unknown;
  if (/^(?:KILL|9)$/.test(signal)) state.traps.set("EXIT", undefined);
  throw new ControlFlow({ kind: "exit", status: unknown });
}

/** Whether a word is `$$`, `$BASHPID` or 0, the processes of the shell itself. */
function isOwnProcess({ text, value, isKnown }: CallWord, index: number): boolean {
  if (isKnown) return index > 0 && value === "0";
  return /^variable (?:\$|BASHPID) /.test(soleUnknown(text)?.id ?? "");
}

/** The name of a signal that a number or a name, with or without `SIG`, stands for. */
function nameOf(signal: string): string {
  const name = signal.toUpperCase();
  if (name === "0") return "EXIT";
  return name === "SIGEXIT" ? name : name.replace(/^SIG/, "");
}

const NAMES =
  /^(?:EXIT|ERR|DEBUG|RETURN|\d+|HUP|INT|QUIT|ILL|TRAP|ABRT|BUS|FPE|KILL|USR[12]|SEGV|PIPE|ALRM|TERM|STKFLT|CHLD|CONT|STOP|TSTP|TTIN|TTOU|URG|XCPU|XFSZ|VTALRM|PROF|WINCH|IO|PWR|SYS|RT.*)$/;
