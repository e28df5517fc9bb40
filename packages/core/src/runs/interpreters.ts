import { baseName, type CallWord, soleUnknown } from "../shell/index.js";
import { isTool } from "./chores.js";
import { operandAfter } from "./runners.js";

/*
 * Programs that run the script which is their first operand.
 */

const SHELLS = /^(?:ba|da|z)?sh$/;
const PYTHON = /^python[\d.]*$/;
const OTHERS = /^(?:node|tsx|ts-node|ruby|perl|php|pwsh)$/;

/** Options of these that the next word is the value of. */
const TAKES_VALUE = /^(?:-[OWXor]|--(?:rcfile|import|require|loader))$/;

/** Options of a shell with which it runs no file. */
const NO_FILE_OF_SHELL = /^-[a-zA-Z]*[cns]/;

/** Options of the others with which they run no file, or only check it. */
const NO_FILE = /^(?:-[cehpvV]|--(?:eval|print|check|test|version|help)|-Command)$/;

/** Whether a program runs the script that is its first operand. */
export function isInterpreter({ value }: CallWord): boolean {
  const name = baseName(value);
  return SHELLS.test(name) || PYTHON.test(name) || OTHERS.test(name);
}

/** The script or the Python module that an interpreter runs, if it is one of the repository, or not known. */
export function scriptOf(
  words: readonly CallWord[],
  isFileOfRepository: (word: CallWord) => boolean,
): CallWord | undefined {
  const name = baseName(words[0]?.value ?? "");
  const index = operandAfter(words, 0, TAKES_VALUE);
  const script = words[index];
  if (!script) return undefined;
  const options = words.slice(1, index).map(({ value }) => value);
  if (PYTHON.test(name) && options.includes("-m")) return isModule(script.value) ? script : undefined;
  const noFile = SHELLS.test(name) ? NO_FILE_OF_SHELL : NO_FILE;
  if (options.some((option) => noFile.test(option))) return undefined;
  return soleUnknown(script.text) || isFileOfRepository(script) ? script : undefined;
}

/** Whether a Python module may be one of the repository. */
function isModule(name: string): boolean {
  return name !== "" && !isTool(name) && !isTool(name.split(".", 1).join());
}
