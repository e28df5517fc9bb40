/** A variable that `--env` names, and its position on the command line. */
export interface NamedVariable {
  readonly name: string;
  /** Index of the word; `offset` is that of the value in it, in UTF-16 code units from 0. */
  readonly word: number;
  readonly offset: number;
}

/** AWF's options about variables, by the words that hold them. */
export interface EnvironmentWords {
  readonly passesEnvironment: boolean;
  /** The last one of a name counts. */
  readonly variables: readonly NamedVariable[];
  readonly excluded: readonly string[];
  /** `--env-file`: index of the word, and offset of the path in it; the last one counts. */
  readonly file: { readonly word: number; readonly offset: number } | undefined;
  /**
   * The first word of `--env` that names no variable or has several lines. AWF rejects it ("Invalid environment
   * variable format") if it is known.
   */
  readonly invalid: { readonly word: number; readonly offset: number } | undefined;
}

/** A word of the command line. */
export interface OptionWord {
  readonly value: string;
  /** The length of the known start of `value`, in UTF-16 code units. */
  readonly knownLength: number;
  /** Whether a known part of it has a line end. */
  readonly hasLines: boolean;
}

/** Reads the options before AWF's command, as AWF's parser (commander) does: `-eA=b`, `-e A=b`, `--env=A=b`. */
export function readEnvironmentWords(words: readonly OptionWord[]): EnvironmentWords {
  const options = words.map(({ value }) => value);
  const variables: NamedVariable[] = [];
  const excluded: string[] = [];
  let file: EnvironmentWords["file"];
  let invalid: EnvironmentWords["invalid"];
  for (let index = 0; index < options.length; index++) {
    const found = optionAt(options, index);
    if (!found) continue;
    const { name, word, offset } = found;
    const value = (options[word] ?? "").slice(offset);
    switch (name) {
      case "--env": {
        const equals = value.indexOf("=");
        const knownLength = (words[word]?.knownLength ?? 0) - offset;
        const hasLines = words[word]?.hasLines === true;
        if (equals <= 0 || equals >= knownLength || hasLines) invalid ??= { word, offset };
        else variables.push({ name: value.slice(0, equals), word, offset: offset + equals + 1 });
        break;
      }
      case "--exclude-env":
        excluded.push(value);
        break;
      case "--env-file":
        file = { word, offset };
        break;
    }
    index = word;
  }
  return { passesEnvironment: options.includes("--env-all"), variables, excluded, file, invalid };
}

type OptionName = "--env" | "--env-file" | "--exclude-env";

const NAMES: readonly OptionName[] = ["--env", "--env-file", "--exclude-env"];

function optionAt(
  options: readonly string[],
  index: number,
): { readonly name: OptionName; readonly word: number; readonly offset: number } | undefined {
  const word = options[index] ?? "";
  if (word.startsWith("-e")) {
    const isAlone = word === "-e";
    return { name: "--env", word: isAlone ? index + 1 : index, offset: isAlone ? 0 : 2 };
  }
  for (const name of NAMES) {
    if (word === name) return { name, word: index + 1, offset: 0 };
    if (word.startsWith(`${name}=`)) return { name, word: index, offset: name.length + 1 };
  }
  return undefined;
}

/** Reads a line of an `--env-file`: AWF trims blanks and keeps quotes (AWF's readEnvFile). `undefined` if invalid. */
export function readEnvFileLine(
  line: string,
): { readonly name: string; readonly offset: number } | undefined {
  const indent = line.length - line.trimStart().length;
  const name = /^[A-Za-z_]\w*(?==)/.exec(line.slice(indent))?.[0];
  return name === undefined ? undefined : { name, offset: indent + name.length + 1 };
}
