import type { Command, Word } from "unbash";
import type { MappedText, Span } from "../text/index.js";
import type { Alternatives } from "./files.js";
import type { ShellState } from "./state.js";

/** One field of a command line and the word it came from. */
export interface CallWord {
  readonly value: string;
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
  /** What it reads from a pipe or a here-document; `undefined`: nothing that is known of. */
  readonly input: Alternatives | undefined;
  /** The command's first line, in the lock file. */
  readonly origin: Span;
}

export type ExitStatus = "success" | "failure" | "unknown";

export interface CommandResult {
  /** What it prints to its standard output. */
  readonly output: Alternatives;
  readonly status: ExitStatus;
}

/** A program: says what a call prints, and changes the state. `undefined`: this call is not its own. */
export type Program = (call: CommandCall, shell: Shell) => CommandResult | undefined;

/** What a program may use of the shell that runs it. */
export interface Shell {
  /** Runs a script in `state`, as `bash -c` does in a state of its own; its commands may read `input`. */
  runScript(script: MappedText, state: ShellState, input?: Alternatives): CommandResult;
}

export const NO_OUTPUT: Alternatives = [[]];

export const SUCCESS: CommandResult = { output: NO_OUTPUT, status: "success" };
