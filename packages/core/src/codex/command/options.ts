/** An option among the words after `codex`. */
export interface CommandOption {
  readonly name: OptionName;
  /** The empty string for an option that takes no value. */
  readonly value: string;
  /** Whether the option lacks the value that it takes. */
  readonly bare: boolean;
  /** Index into `args` of the option's own word. */
  readonly word: number;
  /** Index into `args` of the word that holds the value, or of the option's own word if it has no value. */
  readonly argument: number;
  /** The part of that word before the value: `--config=` of `--config=a=b`. */
  readonly prefix: string;
  /** Whether it comes before the word `exec` or `review`. */
  readonly beforeExec: boolean;
  /** Whether it is known how many of the next words are its values. */
  readonly isCounted: boolean;
}

/** The options that matter here; all others are `other`. `informs`: prints help or the version instead of running. */
export type OptionName =
  | "config"
  | "enable"
  | "disable"
  | "model"
  | "profile"
  | "localProvider"
  | "oss"
  | "ignoreUserConfig"
  | "informs"
  | "other";

/** The options among the words after `codex`. */
export interface CommandOptions {
  readonly options: readonly CommandOption[];
  /** Index into `args` of the first word that is not an option: the subcommand or the prompt. */
  readonly subcommand: number | undefined;
  /** Indexes into `args` of the words after the subcommand that are neither options nor their values. */
  readonly operands: readonly number[];
  /** Whether the subcommand is `exec` or `review`, which runs like `exec`. */
  readonly isExec: boolean;
}

/** `review` treats options before and after it as `exec` does (0.118.0, 0.121.0, 0.144.5 and 0.169.0 were run). */
const NON_INTERACTIVE: ReadonlySet<string> = new Set(["exec", "e", "review"]);

const VALUE_OPTIONS: ReadonlyMap<string, OptionName> = new Map<string, OptionName>([
  ["-c", "config"],
  ["--config", "config"],
  ["--enable", "enable"],
  ["--disable", "disable"],
  ["-m", "model"],
  ["--model", "model"],
  ["-p", "profile"],
  ["--profile", "profile"],
  ["--local-provider", "localProvider"],
  ["-a", "other"],
  ["--ask-for-approval", "other"],
  ["-C", "other"],
  ["--cd", "other"],
  ["-i", "other"],
  ["--image", "other"],
  ["-o", "other"],
  ["--output-last-message", "other"],
  ["--output-schema", "other"],
  ["-s", "other"],
  ["--sandbox", "other"],
  ["--add-dir", "other"],
  ["--base", "other"],
  ["--commit", "other"],
  ["--title", "other"],
  ["--color", "other"],
  ["--cyber-access-program", "other"],
  ["--remote", "other"],
  ["--remote-auth-token-env", "other"],
  ["--thread-source", "other"],
]);

/** The subcommands of `exec`, which have operands and options of their own, and may also follow the prompt of `exec`. */
export const EXEC_SUBCOMMANDS: ReadonlySet<string> = new Set(["resume", "review", "fork", "help"]);

/** The option that takes all words up to the next option as its values, also `exec` (measured, 0.98 to 0.169). */
const SEVERAL: ReadonlySet<string> = new Set(["-i", "--image"]);

/** The options of the name `other` that take one value at most. */
const SINGLE: ReadonlySet<string> = new Set([
  ...["-a", "--ask-for-approval", "-C", "--cd", "-o", "--output-last-message", "--output-schema", "--color"],
  ...["-s", "--sandbox", "--skip-git-repo-check", "--full-auto", "--json", "--experimental-json"],
  ...["--ephemeral", "--last", "--dangerously-bypass-approvals-and-sandbox"],
  ...["--base", "--commit", "--uncommitted", "--title"],
]);

const FLAGS: ReadonlyMap<string, OptionName> = new Map<string, OptionName>([
  ["--oss", "oss"],
  ["--ignore-user-config", "ignoreUserConfig"],
  ...["-h", "--help", "-V", "--version"].map((name): [string, OptionName] => [name, "informs"]),
]);

/**
 * Reads the words after `codex`, in every spelling: `-c k=v`, `-ck=v`, `-c=k=v`, `--config k=v`, `--config=k=v`.
 * Prompts and words after `--` are not options.
 */
export function readOptions(args: readonly string[]): CommandOptions {
  const options: Omit<CommandOption, "beforeExec">[] = [];
  const operands: number[] = [];
  let subcommand: number | undefined;
  let read = -1;
  for (const [index, word] of args.entries()) {
    if (index <= read) continue;
    if (word === "--") {
      for (let operand = index + 1; operand < args.length; operand++) operands.push(operand);
      break;
    }
    if (!word.startsWith("-") || word === "-") {
      if (subcommand === undefined) subcommand = index;
      else operands.push(index);
      continue;
    }
    const option = readOption(word, args[index + 1], index);
    const isOfSubcommand = operands.some((operand) => EXEC_SUBCOMMANDS.has(args[operand] ?? ""));
    const takesSeveral = SEVERAL.has(word) && !isOfSubcommand;
    options.push({ ...option, isCounted: option.isCounted || takesSeveral });
    read = option.argument;
    while (takesSeveral && isValue(args[read + 1])) read++;
  }
  const isExec = subcommand !== undefined && NON_INTERACTIVE.has(args[subcommand] ?? "");
  const exec = isExec ? (subcommand ?? -1) : -1;
  return {
    options: options.map((option) => ({ ...option, beforeExec: option.argument < exec })),
    subcommand,
    operands,
    isExec,
  };
}

/** The `key=value` of a `-c` option. */
export interface Setting {
  readonly key: string;
  readonly path: readonly string[];
  readonly value: string;
  /** Offset in the whole text where the value starts, including blanks before it. */
  readonly valueOffset: number;
}

/**
 * Splits `key=value`; `undefined` if there is no `=`. The key is split at every dot: quotes have no meaning in it, so
 * `model_providers."a"` names a provider whose id contains the quotes (measured, 0.98 to 0.169).
 */
export function splitSetting(text: string): Setting | undefined {
  const equals = text.indexOf("=");
  if (equals === -1) return undefined;
  const key = text.slice(0, equals).trim();
  return { key, path: key.split("."), value: text.slice(equals + 1).trim(), valueOffset: equals + 1 };
}

/**
 * Whether a part of a script may hold a `-c` option, possibly inside an expansion as in
 * `codex ${MODEL:+-c model="$MODEL" }exec`.
 */
export function mayHoldConfigOption(source: string): boolean {
  return /(^|[\s+])(-c|--config\b)/.test(source);
}

function readOption(
  word: string,
  next: string | undefined,
  index: number,
): Omit<CommandOption, "beforeExec"> {
  const [option, prefix] = splitWord(word);
  const name = VALUE_OPTIONS.get(option);
  const isSingle = SINGLE.has(option) || (name ?? FLAGS.get(word) ?? "other") !== "other";
  const isCounted = isSingle || (prefix !== undefined && SEVERAL.has(option));
  const own = { value: "", bare: false, word: index, argument: index, prefix: "", isCounted };
  if (name === undefined) return { ...own, name: FLAGS.get(word) ?? "other" };
  if (prefix !== undefined) return { ...own, name, value: word.slice(prefix.length), prefix };
  if (!isValue(next)) return { ...own, name, bare: true };
  return { ...own, name, value: next, argument: index + 1 };
}

/** Whether a word may be an option's value: one that looks like an option is not. */
function isValue(word: string | undefined): word is string {
  return word !== undefined && (!word.startsWith("-") || word === "-");
}

/** The name of the option that a word starts with. */
export function optionName(word: string): string {
  return splitWord(word)[0];
}

/** The option's name, and the part of the word before the value if the word holds the value. */
function splitWord(word: string): readonly [option: string, prefix: string | undefined] {
  const equals = word.indexOf("=");
  if (word.startsWith("--"))
    return equals === -1 ? [word, undefined] : [word.slice(0, equals), word.slice(0, equals + 1)];
  const option = word.slice(0, 2);
  return [option, word.length === 2 ? undefined : equals === 2 ? `${option}=` : option];
}
