/** An option among the words after `codex`, with its value. */
export interface Option {
  readonly name: OptionName;
  /** The empty string for an option that takes no value. */
  readonly value: string;
  /** Whether the option takes a value and has none. */
  readonly bare: boolean;
  /** Index into `args` of the word that holds the value, or of the option's own word. */
  readonly argument: number;
  /** Whether it stands before the word `exec`. */
  readonly beforeExec: boolean;
}

type OptionName =
  "config" | "enable" | "disable" | "profile" | "localProvider" | "oss" | "ignoreUserConfig" | "other";

const withValue: ReadonlyMap<string, OptionName> = new Map<string, OptionName>([
  ["-c", "config"],
  ["--config", "config"],
  ["--enable", "enable"],
  ["--disable", "disable"],
  ["-p", "profile"],
  ["--profile", "profile"],
  ["--local-provider", "localProvider"],
  ...[
    ["-m", "--model", "-i", "--image", "-s", "--sandbox", "-C", "--cd", "-a", "--ask-for-approval"],
    ["-o", "--output-last-message", "--output-schema", "--add-dir", "--color"],
    ["--remote", "--remote-auth-token-env", "--thread-source", "--cyber-access-program"],
  ].flatMap((names) => names.map((name): [string, OptionName] => [name, "other"])),
]);

const withoutValue: ReadonlyMap<string, OptionName> = new Map<string, OptionName>([
  ["--oss", "oss"],
  ["--ignore-user-config", "ignoreUserConfig"],
]);

/** The options that `codex` and `codex exec` see; a prompt and everything after `--` hold none. */
export function readOptions(args: readonly string[]): readonly Option[] {
  const options: Omit<Option, "beforeExec">[] = [];
  let exec = -1;
  let positionals = 0;
  let read = -1;
  for (const [index, word] of args.entries()) {
    if (index <= read) continue;
    if (word === "--") break;
    if (!word.startsWith("-") || word === "-") {
      if (positionals === 0 && (word === "exec" || word === "e")) exec = index;
      positionals += 1;
      continue;
    }
    const option = readOption(word, args[index + 1], index);
    options.push(option);
    read = option.argument;
  }
  return options.map((option) => ({ ...option, beforeExec: option.argument < exec }));
}

function readOption(word: string, next: string | undefined, argument: number): Omit<Option, "beforeExec"> {
  const [flag, attached] = splitWord(word);
  const name = withValue.get(flag);
  if (name === undefined)
    return { name: withoutValue.get(word) ?? "other", value: "", bare: false, argument };
  if (attached !== undefined) return { name, value: attached, bare: false, argument };
  // A word that looks like an option is no value.
  if (next === undefined || (next.startsWith("-") && next !== "-"))
    return { name, value: "", bare: true, argument };
  return { name, value: next, bare: false, argument: argument + 1 };
}

/** `--config=x`, `-cx` and `-c=x` hold their value in the option's own word. */
function splitWord(word: string): readonly [flag: string, attached: string | undefined] {
  const equals = word.indexOf("=");
  if (word.startsWith("--"))
    return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
  return [word.slice(0, 2), word.length === 2 ? undefined : word.slice(equals === 2 ? 3 : 2)];
}
