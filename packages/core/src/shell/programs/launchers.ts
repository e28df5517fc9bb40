import type { CallWord, CommandCall, Shell } from "../command-call.js";
import { scriptOfValue } from "../expansion/unknown-expressions.js";
import { baseName } from "../files/path.js";
import { statusIfItEnds } from "../state/control-flow.js";
import { ask } from "../state/facts.js";
import { inSubshell } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { startShell } from "./new-shell.js";
import { outputOf } from "./output.js";
import { limitTime } from "./sleep.js";
import { ASSIGNMENT, assignWord, changeEnvironment, changeUser, switchUser } from "./launched-environment.js";

interface Launcher {
  /** Options that take the next word as their value. */
  readonly valueOptions: ReadonlySet<string>;
  /** Words before the command that are neither options nor assignments, such as `timeout`'s duration. */
  readonly operands: number;
}

const launcher = (valueOptions: readonly string[] = [], operands = 0): Launcher => ({
  valueOptions: new Set(valueOptions),
  operands,
});

/** Programs that run the rest of their line as a command. */
const LAUNCHERS: ReadonlyMap<string, Launcher> = new Map([
  ["sudo", launcher(["-u", "-g", "-h", "-p", "-C", "-T", "-U", "-D", "-R", "--user", "--group", "--chdir"])],
  ["env", launcher(["-u", "-C", "--unset", "--chdir"])],
  ["timeout", launcher(["-s", "-k", "--signal", "--kill-after"], 1)],
  ["nice", launcher(["-n", "--adjustment"])],
  ["ionice", launcher(["-c", "-n", "-p"])],
  ["chrt", launcher([], 1)],
  ["stdbuf", launcher(["-i", "-o", "-e", "--input", "--output", "--error"])],
  ["command", launcher()],
  ["builtin", launcher()],
  ["exec", launcher(["-a"])],
  ["nohup", launcher()],
  ["setsid", launcher()],
  ["time", launcher(["-f", "-o", "--format", "--output"])],
  ["unbuffer", launcher()],
  ["xvfb-run", launcher(["-s", "-n", "-e"])],
  ["taskset", launcher([], 1)],
  ["prlimit", launcher()],
  ["chronic", launcher()],
  ["dbus-run-session", launcher(["--config-file", "--dbus-daemon"])],
]);

/** Whether a program runs the rest of its line as a command. */
export function isLauncher(name: string): boolean {
  return LAUNCHERS.has(name);
}

/** Launchers that set variables for their command; others take `NAME=value` for a program's name. */
const TAKE_ASSIGNMENTS: ReadonlySet<string> = new Set(["env", "sudo"]);

/** The command that a launcher starts. */
export interface Unwrapped {
  readonly words: readonly CallWord[];
  /** The launcher's own words before the command. */
  readonly before: readonly CallWord[];
  /** The `NAME=value` words for the command. */
  readonly assignments: readonly CallWord[];
}

/** Whether a word of a launcher sets a variable, or several of unknown names, as that of `env $(cat .env)` does. */
function assigns(launcher: string, { value, isKnown, maySplit }: CallWord): boolean {
  return (
    TAKE_ASSIGNMENTS.has(launcher) && (ASSIGNMENT.test(value) || (launcher === "env" && !isKnown && maySplit))
  );
}

/** The command behind one launcher; `undefined` if the words are not those of a launcher with a command. */
function unwrap(words: readonly CallWord[]): Unwrapped | undefined {
  const [first] = words;
  const found = LAUNCHERS.get(baseName(first?.value ?? ""));
  if (!first || !found) return undefined;
  const assignments: CallWord[] = [];
  let operands = found.operands;
  let index = 1;
  for (; index < words.length; index++) {
    const word = words[index];
    const value = word?.value ?? "";
    if (value === "--") {
      index++;
      break;
    } else if (value.startsWith("-")) {
      if (found.valueOptions.has(value)) index++;
    } else if (word && assigns(baseName(first.value), word)) {
      assignments.push(word);
    } else if (operands > 0) {
      operands--;
    } else {
      break;
    }
  }
  const rest = words.slice(index);
  return rest.length === 0 ? undefined : { words: rest, before: words.slice(1, index), assignments };
}

/** The words of the command after launchers such as `sudo -E` and `env NAME=value`. */
export function unwrapLaunchers(words: readonly CallWord[]): { readonly words: readonly CallWord[] } {
  let rest = words;
  for (;;) {
    // `command -v codex` looks a program up and does not run it.
    if (rest[0]?.value === "command" && /^-[vV]/.test(rest[1]?.value ?? "")) return { words: rest };
    const found = unwrap(rest);
    if (!found) return { words: rest };
    rest = found.words;
  }
}

/** Runs the command that a launcher starts, in the environment that it sets up. */
export function runLauncher(call: CommandCall, shell: Shell): Status | undefined {
  const { name } = call;
  const found = unwrap(call.words);
  if (!found) return undefined;
  const { words, before, assignments } = found;
  if (name === "command" || name === "builtin") return shell.runInShell(call, words);
  return inSubshell(call.state, () => {
    if (name === "sudo") changeUser(call.state, before);
    if (name === "env") changeEnvironment(call.state, before);
    for (const word of assignments) assignWord(call, word);
    const run = (): Status => shell.runWords(call, words);
    return name === "timeout" ? runForTime(call, before, run) : run();
  });
}

/** Runs the command of `timeout`, with the words before it: its options, and the time. */
function runForTime(call: CommandCall, before: readonly CallWord[], run: () => Status): Status {
  const time = before.at(-1);
  if (time?.isKnown === true && !limitTime(call.state, time.value)) return run();
  // Options may change the status.
  return statusIfItEnds(run) ?? (before.length === 1 ? TIMED_OUT : outputOf(call));
}

const TIMED_OUT = 124;

/**
 * `script -c` and `su -c`, whose command is one word. `script` without `-e` always succeeds. `su` fails without the right to
 * become another user.
 */
export function runScriptOption(call: CommandCall, shell: Shell): Status | undefined {
  const at = call.words.findIndex(
    ({ value }) => value === "-c" || /^-[a-z]*c$/.test(value) || value === "--command",
  );
  const script = call.words[at + 1];
  if (at === -1 || !script) return undefined;
  const { state } = call;
  const unknown = outputOf(call);
  if (call.name === "su" && !ask(state, `starts ${unknown.id}`, true, unknown)) return 1;
  const hidesStatus =
    call.name === "script" && !call.words.some(({ value }) => /^(?:-[a-df-z]*e[a-z]*|--return)$/.test(value));
  return inSubshell(state, () => {
    if (call.name === "su") switchUser(state, call.words.slice(1), unknown);
    // The user's shell is Bash.
    startShell(hidesStatus ? { ...call, isTested: true } : call, "bash");
    const status = shell.runScript(scriptOfValue(script.text), state);
    return hidesStatus ? 0 : status;
  });
}
