import { baseName, type CallWord, type CommandCall, pathOfWord, soleUnknown } from "../shell/index.js";
import { isChore, isTool } from "./chores.js";
import { spelled } from "./spelled-words.js";
import { isInterpreter, scriptOf } from "./interpreters.js";
import { commandOfRunner, isProjectRunner } from "./runners.js";
import { isTaskRunner, taskOf } from "./task-runners.js";

/*
 * Programs of the repository, which may start Codex in AWF's container without any word of the workflow saying so.
 */

/** Where other programs than those of the repository are: in the runner's image, in a home, and among dependencies. */
const FOLDER_OF_TOOLS = /^\/(?:usr|opt|s?bin)\/|^\/home\/[^/]+\/\.|\/(?:node_modules|\.?venv)\//;

/** Where tests are. */
const FOLDER_OF_TESTS = /\/(?:__tests__|tests?|e2e)\//;

/** A path, unlike a package such as `@acme/agent`. */
const PATH = /^[^@]*\//;

/** The source of a program's name that a search of `PATH` has found. */
const SEARCH = /^`(?:command|which|type)`$/;

/**
 * How a message names the program of the repository that a call runs, such as `./agent.sh` or `make agent`, or the unknown
 * value that names a program; `undefined` for another call.
 */
export function repositoryProgram(call: CommandCall): string | undefined {
  const word = programIn(call, call.words);
  return word && spelled(call.words.slice(0, call.words.indexOf(word) + 1));
}

/** How many programs may run each other, as in `uv run npx tsx agent.ts`. */
const MAX_RUNNERS = 5;

/** The word that names the program, behind those that run it. */
function programIn(
  call: CommandCall,
  words: readonly CallWord[],
  runners = MAX_RUNNERS,
): CallWord | undefined {
  const [program] = words;
  if (!program || runners === 0) return undefined;
  const unknown = program.isKnown ? undefined : soleUnknown(program.text);
  if (unknown) return SEARCH.test(unknown.what) ? undefined : program;
  const command = commandOfRunner(words);
  if (command)
    return (
      programIn(call, command, runners - 1) ?? (isProjectRunner(words) ? projectProgram(command) : undefined)
    );
  const isFile = (word: CallWord): boolean => isOfRepository(call, word, ["unknown"]);
  const isFileOrFolder = (word: CallWord): boolean => isOfRepository(call, word, ["unknown", "directory"]);
  if (isInterpreter(program)) return scriptOf(words, isFileOrFolder);
  if (isTaskRunner(program)) return taskOf(words, isFile);
  return PATH.test(program.value) && isFile(program) ? program : undefined;
}

/** A program that a project defines itself, as for `uv run agent`. */
function projectProgram(words: readonly CallWord[]): CallWord | undefined {
  const [program] = words;
  if (!program || commandOfRunner(words) || isInterpreter(program) || isTaskRunner(program)) return undefined;
  return program.value === "" || program.value.includes("/") || isTool(program.value) ? undefined : program;
}

/**
 * Whether a word is the path of a program of the repository that is not for tests and the like. What no step has written is
 * `unknown`; some programs also run the code in a folder.
 */
function isOfRepository(
  call: CommandCall,
  word: CallWord,
  kinds: readonly ("unknown" | "directory")[],
): boolean {
  const { path, node } = call.state.files.find(pathOfWord(call, word));
  if (!kinds.some((kind) => kind === node.kind) || FOLDER_OF_TOOLS.test(path) || FOLDER_OF_TESTS.test(path))
    return false;
  return !isChore(baseName(path));
}
