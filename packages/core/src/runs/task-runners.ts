import { baseName, type CallWord } from "../shell/index.js";
import { isChore, isTool } from "./chores.js";

/*
 * Programs that run a task which a file of the repository defines, or the program that its sources are.
 */

/** Each operand is a task. */
const TAKES_TASKS = /^(?:make|gmake|rake|gradlew?|mvnw?)$/;

/** The first operand is a task. */
const TAKES_TASK = /^(?:just|task)$/;

/** The task is behind `run`. */
const TAKES_RUN = /^(?:npm|pnpm|yarn|bun|deno|mise|turbo|nx)$/;

/** Those of them that also run a task, or a file, without `run`. */
const TAKES_NAME = /^(?:pnpm|yarn|bun|deno)$/;

/** Subcommands of these. */
const SUBCOMMAND =
  /^(?:add|audit|bin|cache|check|ci|config|create|dedupe|dlx|eval|exec|global|i|info|init|install|jupyter|licenses|link|list|ls|outdated|pack|patch|plugin|pm|prune|publish|rebuild|remove|repl|rm|serve|set|t|test|unlink|up|update|upgrade|version|why|workspaces?|x)$/;

/** Programs that compile and run what the repository's sources are. */
const COMPILES = /^(?:go|cargo|dotnet|swift)$/;

/** Options of these that the next word is the value of. */
const TAKES_VALUE = /^(?:-[CFfw]|--(?:prefix|dir|cwd|directory|file|filter|workspace))$/;

/** Whether a program runs a task of the repository, or its sources. */
export function isTaskRunner({ value }: CallWord): boolean {
  const name = baseName(value);
  return [TAKES_TASKS, TAKES_TASK, TAKES_RUN, COMPILES].some((names) => names.test(name));
}

/** The word that names the task, if it may do more than to check or to prepare the repository. */
export function taskOf(
  words: readonly CallWord[],
  isFileOfRepository: (word: CallWord) => boolean,
): CallWord | undefined {
  const name = baseName(words[0]?.value ?? "");
  const isTask = (word: CallWord): boolean => !word.isKnown || (word.value !== "" && !isTool(word.value));
  const operands = words.filter(
    ({ value }, index) =>
      index > 0 && !/^-|=/.test(value) && !TAKES_VALUE.test(words[index - 1]?.value ?? ""),
  );
  const [first, second] = operands;
  if (!first) return undefined;
  if (TAKES_TASKS.test(name)) return operands.find(isTask);
  if (TAKES_TASK.test(name)) return isTask(first) ? first : undefined;
  const isRun = /^(?:run|run-script|task)$/.test(first.value);
  if (COMPILES.test(name)) return isRun ? sourceOf(name, first, second) : undefined;
  const isNamed = TAKES_NAME.test(name) ? !SUBCOMMAND.test(first.value) : first.value === "start";
  const task = isRun ? second : isNamed ? first : undefined;
  if (!task || !isTask(task)) return undefined;
  return !/[./]/.test(task.value) || isFileOfRepository(task) ? task : undefined;
}

/** The word behind which a compiler's options are: the sources for Go, which also runs tools by their address. */
function sourceOf(name: string, run: CallWord, source: CallWord | undefined): CallWord | undefined {
  if (name !== "go") return run;
  const isLocal = source !== undefined && /^\.|\.go$/.test(source.value);
  return isLocal && !isChore(baseName(source.value)) ? source : undefined;
}
