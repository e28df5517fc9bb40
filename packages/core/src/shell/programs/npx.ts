import type { CallWord, CommandCall } from "../command-call.js";
import { sliceValue, type Unknown } from "../values/value.js";
import { commandIndex, WITH_VALUE } from "./package-managers.js";
import { taintAll, taintDirectory, taintPaths } from "./taint.js";

/** npm packages whose programs write to the current folder and to what their arguments name, and run no scripts. */
const TOOLS: ReadonlySet<string> = new Set(
  "cspell eslint markdownlint markdownlint-cli markdownlint-cli2 prettier stylelint tsc".split(" "),
);

/** Makes everything unknown that the program of an npm package may write. */
export function taintFilesOfNpx(call: CommandCall, unknown: Unknown): void {
  const run = readRun(call);
  if (run?.program === undefined) {
    if (!run) taintAll(call, unknown);
    return;
  }
  const { packages, args } = run;
  const program = withoutVersion(run.program);
  const isCodex = program === "@openai/codex" || program === "codex";
  if (isCodex && packages.every((name) => withoutVersion(name) === "@openai/codex")) return;
  const installs = program === "playwright" && args[0]?.value.startsWith("install") === true;
  // The program of a package that an option names may have any name.
  const isOther = run.hasOptions || packages.length > 0 || readsOptionsOfProgram(call, args);
  if (isOther || !(TOOLS.has(program) || installs)) taintAll(call, unknown);
  else {
    taintDirectory(call, unknown);
    taintPaths(call, args.flatMap(writtenPath), unknown);
  }
}

/** The words of a call of `npx`. */
interface NpxRun {
  /** The first operand; `undefined` if there is none. */
  readonly program: string | undefined;
  readonly args: readonly CallWord[];
  /** The packages that `-p` names. */
  readonly packages: readonly string[];
  /** Whether there are options that may change what runs, and where. */
  readonly hasOptions: boolean;
}

/** Options that change neither the program nor the folder. */
const FLAGS = /^(?:-[yqs]|--(?:yes|no|no-install|quiet|silent|prefer-offline|offline|bun))$/;
const SETTINGS = /^--(?:registry|loglevel|cache|userconfig)=/;

/** `undefined` if an option is not known, which may take the next word, or if a shell runs a command. */
function readRun({ words }: CommandCall): NpxRun | undefined {
  const packages: string[] = [];
  let hasOptions = false;
  let index = 1;
  for (let word = words[index]; word?.value.startsWith("-") === true; word = words[++index]) {
    const { value, maySplit } = word;
    if (maySplit) return undefined;
    if (value === "--") {
      index++;
      break;
    }
    if (FLAGS.test(value) || SETTINGS.test(value)) continue;
    if (value.startsWith("--package=")) packages.push(value.slice("--package=".length));
    else if (value === "-p" || value === "--package") packages.push(words[++index]?.value ?? "");
    else if (WITH_VALUE.has(value)) {
      hasOptions = true;
      index++;
    } else return undefined;
  }
  return { program: words[index]?.value, args: words.slice(index + 1), packages, hasOptions };
}

/** npm itself reads options after the program, up to `--`: `npm exec eslint --package=x` runs a program of `x`. */
function readsOptionsOfProgram({ name }: CommandCall, args: readonly CallWord[]): boolean {
  if (name !== "npm") return false;
  const end = args.findIndex(({ value }) => value === "--");
  return args
    .slice(0, end === -1 ? args.length : end)
    .some(({ value }) => /^(?:-\w*[cpCw]|--(?:call|package|prefix|workspace|script-shell))/.test(value));
}

function withoutVersion(name: string): string {
  return name.replace(/(?<=.)@[\w.^~-]*$/, "");
}

/** What a word may make a program write: an operand, a value of an option, or the folder of a pattern such as `x/*`. */
function writtenPath(word: CallWord): readonly CallWord[] {
  const whole = word.text.text.text;
  const start = /^(?:-o|--[\w-]+=|-.*)/.exec(whole)?.[0].length ?? 0;
  const pattern = whole.slice(start).search(/[*?{[(!]/);
  const end = pattern === -1 ? whole.length : whole.lastIndexOf("/", start + pattern) + 1;
  return end > start ? [{ ...word, text: sliceValue(word.text, start, end) }] : [];
}

/** Commands of package managers that run the program of a package, as `npx` does. */
const RUN_COMMANDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["bun", new Set(["x"])],
  ["npm", new Set(["exec", "x"])],
  ["pnpm", new Set(["dlx", "exec"])],
  ["yarn", new Set(["dlx", "exec"])],
]);

/**
 * A call of another package manager that runs a program, such as `pnpm dlx`, with its words in the order of those of
 * `npx`: options before the command come first. `undefined` for others.
 */
export function asNpx(call: CommandCall): CommandCall | undefined {
  const index = commandIndex(call);
  const command = call.words[index];
  if (!command || RUN_COMMANDS.get(call.name)?.has(command.value) !== true) return undefined;
  return {
    ...call,
    words: [command, ...call.words.slice(1, index), ...call.words.slice(index + 1)],
  };
}
