import type { CallWord } from "./command-call.js";
import { baseName } from "./path.js";

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
  ["stdbuf", launcher(["-i", "-o", "-e"])],
  ["command", launcher()],
  ["exec", launcher(["-a"])],
  ["nohup", launcher()],
  ["time", launcher()],
]);

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

export interface Unwrapped {
  readonly words: readonly CallWord[];
  /** Variables that `env NAME=value` sets for the command. */
  readonly assignments: readonly (readonly [name: string, value: string])[];
}

/** The command behind launchers such as `sudo -E` and `env NAME=value`. */
export function unwrapLaunchers(words: readonly CallWord[]): Unwrapped {
  let rest = words;
  const assignments: (readonly [string, string])[] = [];
  for (;;) {
    const found = LAUNCHERS.get(baseName(rest[0]?.value ?? ""));
    if (!found) return { words: rest, assignments };
    // `command -v codex` asks where a program is and does not run it.
    if (rest[0]?.value === "command" && /^-[vV]/.test(rest[1]?.value ?? ""))
      return { words: rest, assignments };
    let index = 1;
    let operands = found.operands;
    for (; index < rest.length; index++) {
      const value = rest[index]?.value ?? "";
      const name = ASSIGNMENT.exec(value)?.[1];
      if (value === "--") {
        index++;
        break;
      } else if (value.startsWith("-")) {
        if (found.valueOptions.has(value)) index++;
      } else if (name !== undefined) {
        assignments.push([name, value.slice(name.length + 1)]);
      } else if (operands > 0) {
        operands--;
      } else {
        break;
      }
    }
    rest = rest.slice(index);
    if (rest.length === 0) return { words: words, assignments: [] };
  }
}
