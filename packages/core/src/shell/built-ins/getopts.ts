import type { CallWord, CommandCall } from "../command-call.js";
import { assignVariable } from "../state/assignment.js";
import { outputOf } from "../programs/output.js";
import { forgetAssigned } from "../state/setters.js";
import type { ShellState } from "../state/shell-state.js";
import type { Status } from "../state/status.js";
import { scalar, UNSET } from "../state/variables.js";
import { knownText, sliceValue, textValue, type Value } from "../values/value.js";

/** Where `getopts` continues. */
interface Position {
  /** The value of `$OPTIND`, from 1. */
  readonly word: number;
  /** The offset of the next letter in that word; 0 before its `-`. */
  readonly letter: number;
}

/** `getopts OPTIONS NAME [WORD...]`, by Bash's manual; `undefined` if the result depends on an unknown word. */
export function runGetopts(call: CommandCall): Status | undefined {
  const { state } = call;
  const [, options, variable, ...own] = call.words;
  const given = own.length > 0 ? own : (state.positional.get("")?.words ?? []);
  const position = positionOf(state);
  if (variable?.isKnown === false) forgetAssigned(state, outputOf(call), variable);
  if (options?.isKnown !== true || variable?.isKnown !== true || !position) return undefined;
  if (given.some(({ maySplit }) => maySplit)) return undefined;
  const { word: index, letter: offset } = position;
  const word = given[index - 1];
  const set = (name: string, argument: Value | undefined, next: Position): Status => {
    assignVariable(state, variable.value, textValue(name, call.origin));
    state.variables.set("OPTARG", argument ? scalar(argument, false) : UNSET);
    state.variables.set("OPTIND", scalar(textValue(String(next.word), call.origin), false));
    state.notes.set("getopts", next.letter > 0 ? `${String(next.word)}:${String(next.letter)}` : undefined);
    return 0;
  };
  const end = (next: number): Status => {
    set("?", undefined, { word: next, letter: 0 });
    return 1;
  };
  if (!word) return end(index);
  if (offset === 0 && isOperand(word)) return end(index);
  if (!word.isKnown && !hasKnownLetter(word, offset)) return undefined;
  if (offset === 0 && word.value === "--") return end(index + 1);
  const at = Math.max(offset, 1);
  const letter = word.value.charAt(at);
  const following =
    at + 1 < word.text.text.text.length ? { word: index, letter: at + 1 } : { word: index + 1, letter: 0 };
  const text = textValue(letter, call.origin);
  const isSilent = options.value.startsWith(":");
  const place = letter === ":" ? -1 : options.value.indexOf(letter);
  if (place === -1) return set("?", isSilent ? text : undefined, following);
  if (options.value.charAt(place + 1) !== ":") return set(letter, undefined, following);
  if (following.word === index) {
    const rest = sliceValue(word.text, at + 1, word.text.text.text.length);
    return set(letter, rest, { word: index + 1, letter: 0 });
  }
  const next = given[index];
  if (next) return set(letter, next.text, { word: index + 2, letter: 0 });
  return set(isSilent ? ":" : "?", isSilent ? text : undefined, { word: index + 1, letter: 0 });
}

function isOperand({ value, isKnown }: CallWord): boolean {
  return isKnown && (!value.startsWith("-") || value === "-");
}

/** Whether the unknown part of a word comes after the next letter. */
function hasKnownLetter({ text }: CallWord, offset: number): boolean {
  const start = text.guesses[0]?.start ?? 0;
  return start > Math.max(offset, 1) && text.text.text.startsWith("-");
}

/** The current position; setting `OPTIND` resets it. `undefined` if it is not known. */
function positionOf({ variables, notes }: ShellState): Position | undefined {
  const variable = variables.get("OPTIND");
  const text = variable?.value ? knownText(variable.value) : "1";
  if (text === undefined || !/^[1-9]\d*$/.test(text)) return undefined;
  const [word, letter] = notes.get("getopts")?.split(":") ?? [];
  return { word: Number(text), letter: word === text ? Number(letter) : 0 };
}
