import {
  baseName,
  fillIn,
  firstUnknown,
  sliceValue,
  unwrapLaunchers,
  type CallWord,
  type CommandCall,
  type Unknown,
  type Value,
} from "../shell/index.js";
import { readEnvironmentWords, type OptionWord } from "./environment-options.js";

/** The options of a call of AWF, the agent workflow firewall, that starts a command in its container. */
export interface AwfCall {
  /** `--enable-api-proxy`. */
  readonly enablesApiProxy: boolean;
  /** `--config`: the path of AWF's own JSON configuration. */
  readonly configPath: string | undefined;
  /** `--env-all`: the container gets the step's environment. */
  readonly passesEnvironment: boolean;
  /** `--exclude-env`: variables that the container does not get. */
  readonly excluded: ReadonlySet<string>;
  /** `--env NAME=value`, `-e`: variables that the container always gets. */
  readonly variables: ReadonlyMap<string, string>;
  /** `--build-local`: the container is built from a checkout, so its version is not known. */
  readonly buildsLocally: boolean;
  /** `--image-tag`: AWF's version, usually followed by digests. */
  readonly imageTag: string | undefined;
}

/** A call of AWF in a script. */
export interface AwfStart extends AwfCall {
  /** The value of `--config`; may have unknown parts. */
  readonly configText: Value | undefined;
  /** `variables` as values, which may have unknown parts. */
  readonly values: ReadonlyMap<string, Value>;
  /** `--env-file`. */
  readonly environmentFile: Value | undefined;
  /** `--mount`, `-v`: the folders `host:container` that the container gets. */
  readonly mounts: readonly Value[];
  /** `--container-workdir`. */
  readonly folder: Value | undefined;
  /** Whether AWF rejects the call because a word of `--env` names no variable; an unknown if that depends on it. */
  readonly isInvalid: boolean | Unknown;
  /** The command to run in the container. Never empty. */
  readonly command: readonly [CallWord, ...CallWord[]];
}

/** AWF's options without a value, to find the command of a call without `--`. */
const FLAGS: ReadonlySet<string> = new Set([
  "--anthropic-auto-cache",
  "--build-local",
  "--diagnostic-logs",
  "--dns-over-https",
  "--enable-api-proxy",
  "--enable-dind",
  "--enable-host-access",
  "--env-all",
  "--keep-containers",
  "--skip-pull",
  "--ssl-bump",
  "--tty",
]);

/** Reads a call of AWF; `undefined` if it is another program's, or runs no command (`awf logs`). */
export function readAwfCall(call: CommandCall): AwfStart | undefined {
  const words = wordsBehindAwf(call.words);
  if (!words) return undefined;
  const separator = words.findIndex(({ value }) => value === "--");
  const end = separator === -1 ? endOfOptions(words) : separator;
  const [first, ...rest] = words.slice(separator === -1 ? end : end + 1);
  if (!first || (separator === -1 && isSubcommand(first.value))) return undefined;
  const options = words.slice(0, end);
  const environment = readEnvironmentWords(options.map(optionWord));
  const textAt = ({
    word,
    offset,
  }: {
    readonly word: number;
    readonly offset: number;
  }): Value | undefined => {
    const text = options[word]?.text;
    return text && sliceValue(text, offset, text.text.text.length);
  };
  return {
    enablesApiProxy: options.some(({ value }) => value === "--enable-api-proxy"),
    configPath: valuesOf(options, "--config").at(-1),
    configText: textsOf(options, ["--config"]).at(-1),
    passesEnvironment: environment.passesEnvironment,
    excluded: new Set(environment.excluded),
    variables: new Map(
      environment.variables.map(({ name, word, offset }) => [
        name,
        (options[word]?.value ?? "").slice(offset),
      ]),
    ),
    values: new Map(
      environment.variables.flatMap((variable) => {
        const value = textAt(variable);
        return value ? [[variable.name, value]] : [];
      }),
    ),
    environmentFile: environment.file && textAt(environment.file),
    mounts: textsOf(options, ["--mount", "-v"]),
    folder: textsOf(options, ["--container-workdir"]).at(-1),
    isInvalid: environment.invalid !== undefined && isInvalid(options, environment.invalid.word),
    buildsLocally: options.some(({ value }) => value === "--build-local"),
    imageTag: valuesOf(options, "--image-tag").at(-1),
    command: [first, ...rest],
  };
}

function optionWord({ value, text, isKnown }: CallWord): OptionWord {
  return {
    value,
    knownLength: isKnown ? value.length : (text.guesses[0]?.start ?? 0),
    hasLines: /[\n\r]/.test(fillIn(text, () => "")),
  };
}

/**
 * Whether the word at `index` is certainly invalid. An earlier word that may expand to no word or several shifts it.
 */
function isInvalid(options: readonly CallWord[], index: number): true | Unknown {
  const doubtful = options.find(({ maySplit, isKnown }, at) =>
    at === index ? !isKnown : at < index && maySplit,
  );
  return (doubtful && firstUnknown(doubtful.text)) ?? true;
}

/** The words after `awf`, which is the program itself or follows the `--` of a script that retries it. */
function wordsBehindAwf(words: readonly CallWord[]): readonly CallWord[] | undefined {
  for (let index = 0; index !== -1 && index < words.length;) {
    const [program, ...rest] = unwrapLaunchers(words.slice(index)).words;
    if (program && baseName(program.value) === "awf") return rest;
    const separator = words.findIndex(({ value }, other) => other >= index && value === "--");
    index = separator === -1 ? -1 : separator + 1;
  }
  return undefined;
}

function endOfOptions(words: readonly CallWord[]): number {
  let isValue = false;
  for (const [index, { value }] of words.entries()) {
    if (!isValue && !value.startsWith("-")) return index;
    isValue = !isValue && !FLAGS.has(value) && !value.includes("=");
  }
  return words.length;
}

function isSubcommand(word: string): boolean {
  return ["logs", "check", "version", "help", "predownload"].includes(word);
}

function valuesOf(options: readonly CallWord[], name: string): readonly string[] {
  const values: string[] = [];
  for (const [index, { value }] of options.entries()) {
    if (value === name) values.push(options[index + 1]?.value ?? "");
    else if (value.startsWith(`${name}=`)) values.push(value.slice(name.length + 1));
  }
  return values;
}

/** The values of options, also of such that are not known. */
function textsOf(options: readonly CallWord[], names: readonly string[]): readonly Value[] {
  return options.flatMap(({ value, text }, index) => {
    const next = names.includes(value) ? options[index + 1]?.text : undefined;
    if (next) return [next];
    const name = names.find((one) => value.startsWith(`${one}=`));
    return name === undefined ? [] : [sliceValue(text, name.length + 1, text.text.text.length)];
  });
}
