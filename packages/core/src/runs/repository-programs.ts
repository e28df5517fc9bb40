import { type CallWord, type CommandCall, pathOfWord, soleUnknown } from "../shell/index.js";

/*
 * Programs of the repository, which may start Codex in AWF's container without any word of the workflow saying so.
 */

/** Programs that run the script which is their first operand. */
const INTERPRETERS =
  /^(?:bash|sh|dash|zsh|node|deno|bun|tsx|ts-node|python[\d.]*|uv|poetry|pipenv|ruby|perl|pwsh)$/;

/** The name of a script. */
const SCRIPT = /\.(?:sh|bash|py|rb|pl|ps1|[cm]?[jt]s)$/;

/** Programs that run a task which a file of the repository defines. */
const TASK_RUNNERS = /^(?:make|just|task|rake|npm|pnpm|yarn|bun)$/;

/** Those that run every task behind `run`, and `start` also without it. */
const BEHIND_RUN = /^(?:npm|pnpm|yarn|bun)$/;

/** Options of these that the next word is the value of. */
const TAKES_VALUE = /^(?:-[CfFw]|--(?:prefix|dir|cwd|directory|file|filter|workspace))$/;

/** Tasks that prepare or check the repository, as their names say. */
const CHORE =
  /^(?:tests?|lint|builds?|checks?|ci|compile|format|fmt|typecheck|types|clean|install|deps|setup|bootstrap|all)(?![a-z])/;

/** The folders in which a runner's image has programs. */
const IMAGE_FOLDER = /^\/(?:(?:usr\/(?:local\/)?)?s?bin|home\/linuxbrew\/\.linuxbrew\/bin)\//;

/**
 * How a message names the program of the repository that a call runs, such as `./agent.sh` or `make agent`, or the unknown
 * value that names a program; `undefined` for another call.
 */
export function repositoryProgram(call: CommandCall): string | undefined {
  const [program, ...args] = call.words;
  if (!program.isKnown) return soleUnknown(program.text)?.what;
  const named = INTERPRETERS.test(call.name) ? scriptOf(call, args) : undefined;
  const word = named ?? (TASK_RUNNERS.test(call.name) ? taskOf(call, args) : undefined);
  if (word) return asCode(call.words.slice(0, call.words.indexOf(word) + 1));
  return program.value.includes("/") && isUnknownFile(call, program) ? asCode([program]) : undefined;
}

function asCode(words: readonly CallWord[]): string {
  return `\`${words.map(({ value }) => value).join(" ")}\``;
}

function scriptOf(call: CommandCall, args: readonly CallWord[]): CallWord | undefined {
  const script = args.find(({ value }) => !/^(?:-|run$|python[\d.]*$)/.test(value));
  return script?.isKnown && SCRIPT.test(script.value) && isUnknownFile(call, script) ? script : undefined;
}

function taskOf({ name }: CommandCall, args: readonly CallWord[]): CallWord | undefined {
  const operands = args.filter(
    ({ value }, index) => !/^-|=/.test(value) && !TAKES_VALUE.test(args[index - 1]?.value ?? ""),
  );
  const [first, second] = operands;
  const isRun = BEHIND_RUN.test(name) && /^run(?:-script)?$/.test(first?.value ?? "");
  const task = isRun ? second : first;
  if (!task?.isKnown || CHORE.test(task.value)) return undefined;
  return isRun || !BEHIND_RUN.test(name) || task.value === "start" ? task : undefined;
}

/** Whether a word is the path of a file that may exist and that no step has written. */
function isUnknownFile(call: CommandCall, word: CallWord): boolean {
  const { path, node } = call.state.files.find(pathOfWord(call, word));
  return node.kind === "unknown" && !IMAGE_FOLDER.test(path);
}
