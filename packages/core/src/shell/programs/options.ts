import type { CallWord, CommandCall } from "../command-call.js";
import { sliceValue } from "../values/value.js";

/** The words of a call, split into options and operands. */
export interface Arguments {
  /** Letters of short options and names of long ones. */
  readonly options: ReadonlySet<string>;
  /** The last value of each option, by the option's letter or name. */
  readonly values: ReadonlyMap<string, CallWord>;
  /** All values of options, by the option's letter or name. */
  readonly allValues: ReadonlyMap<string, readonly CallWord[]>;
  readonly operands: readonly CallWord[];
  /** Whether a word may expand to no word, several, or an option. */
  readonly isUnsure: boolean;
}

/**
 * Reads the options of a call. `withValue` lists those that take the rest of their word or the next word as a value.
 */
export function readArguments(call: CommandCall, withValue: readonly string[] = []): Arguments {
  const options = new Set<string>();
  const values = new Map<string, CallWord>();
  const allValues = new Map<string, readonly CallWord[]>();
  const operands: CallWord[] = [];
  const add = (name: string, word: CallWord): void => {
    values.set(name, word);
    allValues.set(name, [...(allValues.get(name) ?? []), word]);
  };
  const words = call.words.slice(1);
  let isUnsure = false;
  for (let index = 0; index < words.length; index++) {
    const word = words[index];
    if (!word) break;
    const { value } = word;
    if (word.maySplit) isUnsure = true;
    if (value === "--" && word.isKnown) {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!value.startsWith("-") || value === "-") {
      operands.push(word);
    } else if (value.startsWith("--")) {
      const equals = value.indexOf("=");
      const name = equals === -1 ? value : value.slice(0, equals);
      options.add(name);
      if (equals !== -1)
        add(name, { ...word, value: value.slice(equals + 1), text: sliceFrom(word, equals + 1) });
      else if (withValue.includes(name)) {
        const next = words[++index];
        if (next) add(name, next);
      }
    } else {
      for (let at = 1; at < value.length; at++) {
        const letter = `-${value.charAt(at)}`;
        options.add(letter);
        if (!withValue.includes(letter)) continue;
        const next =
          at + 1 < value.length
            ? { ...word, value: value.slice(at + 1), text: sliceFrom(word, at + 1) }
            : words[++index];
        if (next) add(letter, next);
        break;
      }
    }
  }
  return { options, values, allValues, operands, isUnsure };
}

function sliceFrom({ text }: CallWord, start: number): CallWord["text"] {
  return sliceValue(text, start, text.text.text.length);
}

/** The values of the options `names`, ordered by first use. */
export function optionValues(call: CommandCall, names: readonly string[]): readonly CallWord[] {
  return [...readArguments(call, names).allValues].flatMap(([name, words]) =>
    names.includes(name) ? words : [],
  );
}
