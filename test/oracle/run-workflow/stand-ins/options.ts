/** The words of a command line, sorted by a program's own list of options. */
export interface SortedWords {
  /** Options in their order, with their value if they have one. */
  readonly options: readonly { readonly name: string; readonly value: string | undefined }[];
  /** Arguments that are not options. */
  readonly operands: readonly string[];
}

/** How a program reads its command line. */
export interface WordRules {
  /** Options whose value is the next word, or follows `=`. */
  readonly withValue: ReadonlySet<string>;
  /** Whether options end at the first operand; `--` ends them in any case. */
  readonly stopsAtOperand?: boolean;
}

/** Sorts the words after a program's name. */
export function sortWords(words: readonly string[], { withValue, stopsAtOperand }: WordRules): SortedWords {
  const options: { name: string; value: string | undefined }[] = [];
  const operands: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      if (stopsAtOperand === true) {
        operands.push(...words.slice(index));
        break;
      }
      operands.push(word);
      continue;
    }
    // `-eNAME=value`
    const short = word.slice(0, 2);
    if (word.length > 2 && !word.startsWith("--") && withValue.has(short)) {
      options.push({ name: short, value: word.slice(2) });
      continue;
    }
    const equals = word.startsWith("--") ? word.indexOf("=") : -1;
    if (equals !== -1) options.push({ name: word.slice(0, equals), value: word.slice(equals + 1) });
    else options.push({ name: word, value: withValue.has(word) ? words[++index] : undefined });
  }
  return { options, operands };
}

/** The values of options, in their order. */
export function valuesOf({ options }: SortedWords, ...names: readonly string[]): readonly string[] {
  return options.flatMap(({ name, value }) => (names.includes(name) && value !== undefined ? [value] : []));
}

/** Whether one of the options is there. */
export function hasOption({ options }: SortedWords, ...names: readonly string[]): boolean {
  return options.some(({ name }) => names.includes(name));
}
