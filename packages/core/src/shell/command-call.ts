import type { Assignment, Command, Word } from "unbash";
import type { MappedText, Span } from "../text/index.js";
import type { Substitutions } from "./context.js";
import type { Content } from "./files/content.js";
import type { ShellState } from "./state/shell-state.js";
import type { Ending } from "./state/control-flow.js";
import type { Status } from "./state/status.js";
import type { Value } from "./values/value.js";

/** One field of a command line and the word that it came from. */
export interface CallWord {
  /** The field as text; unknown parts are spelled as in the file. */
  readonly value: string;
  /** Whether `value` is exactly what the program gets. */
  readonly isKnown: boolean;
  /** The field, mapped to the file. */
  readonly text: Value;
  /** Whether the shell may split it into no field or several: it is unknown and not quoted. */
  readonly maySplit: boolean;
  readonly word: Word;
}

/** A command at the moment it runs. */
export interface CommandCall {
  /** The program and its arguments, without launchers such as `sudo -E`. Never empty. */
  readonly words: readonly [CallWord, ...CallWord[]];
  /** The last segment of the program's path. */
  readonly name: string;
  readonly command: Command;
  /** The script that the words' offsets index. */
  readonly script: MappedText;
  /** The state that the command runs in and changes. */
  readonly state: ShellState;
  /** The command's first line, in the lock file. */
  readonly origin: Span;
  /** Whether its failure does not end the script, as in a condition. */
  readonly isTested: boolean;
}

/**
 * A model of a program: changes the state and returns the status; `undefined` if the call is of another program.
 */
export type Program = (call: CommandCall, shell: Shell) => Status | undefined;

/** The operations of the shell that a program may use. */
export interface Shell {
  /** Runs the scripts inside words, such as `$(...)`. */
  readonly substitutions: Substitutions;
  /** Runs a script as a process of its own, in the given state; `exit` ends only the script. */
  runScript(script: MappedText, state: ShellState): Status;
  /** Runs a script in the same shell, as `eval` and `source` do. */
  evaluate(script: MappedText, call: CommandCall): Status;
  /** Runs words of a call as a command of their own. */
  runWords(call: CommandCall, words: readonly CallWord[]): Status;
  /** Runs words in the shell itself but ignores functions, as `command` and `builtin` do. */
  runInShell(call: CommandCall, words: readonly CallWord[]): Status;
  /** Runs `run` in a subshell. */
  inSubshell(state: ShellState, run: () => Status): Status;
  /** Runs the `trap ... EXIT` of the process, which ends; returns how it ends then. */
  runExitTrap(state: ShellState, ending: Ending): Ending;
  /** Appends to the output of the command. */
  print(call: CommandCall, content: Content): void;
  /** Appends to the errors of the command. */
  printError(call: CommandCall, content: Content): void;
  /** The unread rest of the command's input; `undefined` if it is not known. */
  readInput(call: CommandCall): Content | undefined;
  /** The unread rest of a descriptor's input; `undefined` if it is not known. */
  readDescriptor(call: CommandCall, number: number): Content | undefined;
  /** Assigns an array, as `declare -A NAME=(...)` does. */
  assign(assignment: Assignment, call: CommandCall): void;
}

/** The status of a command that succeeded. */
export const SUCCESS: Status = 0;
