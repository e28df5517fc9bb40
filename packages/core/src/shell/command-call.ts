import type { Assignment, Command, Word } from "unbash";
import type { MappedText, Span } from "../text/index.js";
import type { Substitutions } from "./context.js";
import type { Content } from "./files/content.js";
import type { ShellState } from "./state/shell-state.js";
import type { Status } from "./state/status.js";
import type { Value } from "./values/value.js";

/** One field of a command line and the word it came from. */
export interface CallWord {
  /** For a field that is not known as a whole, its unknown parts as the file spells them. */
  readonly value: string;
  /** Whether `value` is the field as the program gets it. */
  readonly isKnown: boolean;
  /** The field, with its places in the file. */
  readonly text: Value;
  /** Whether the shell may make none or several fields of it: it is not known, and not quoted. */
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
  /** What the command finds; changing it changes what later commands find. */
  readonly state: ShellState;
  /** The command's first line, in the lock file. */
  readonly origin: Span;
  /** Whether its failure does not end the script, as that of a condition. */
  readonly isTested: boolean;
}

/**
 * A program: changes the state, and says how it ends. `undefined`: this call is not its own.
 */
export type Program = (call: CommandCall, shell: Shell) => Status | undefined;

/** What a program may use of the shell that runs it. */
export interface Shell {
  /** Runs the scripts that stand in words. */
  readonly substitutions: Substitutions;
  /** Runs a script in the state as it is; `exit` ends it. */
  runScript(script: MappedText, state: ShellState): Status;
  /** Runs a script in the same shell, as `eval` and `source` do. */
  evaluate(script: MappedText, call: CommandCall): Status;
  /** Runs words of a call as a command of their own. */
  runWords(call: CommandCall, words: readonly CallWord[]): Status;
  /** The same in the shell itself, as `command` and `builtin` do, which pass functions by. */
  runInShell(call: CommandCall, words: readonly CallWord[]): Status;
  /** Runs `run` in a subshell. */
  inSubshell(state: ShellState, run: () => Status): Status;
  /** Adds to what the command prints. */
  print(call: CommandCall, content: Content): void;
  /** All that is left of the command's input; `undefined`: nothing is known of it. */
  readInput(call: CommandCall): Content | undefined;
  readDescriptor(call: CommandCall, number: number): Content | undefined;
  /** Assigns an array, as `declare -A NAME=(...)` does. */
  assign(assignment: Assignment, call: CommandCall): void;
}

export const SUCCESS: Status = 0;
