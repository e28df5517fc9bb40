import type { CallWord, CommandCall } from "../command-call.js";
import { textOfContent } from "../files/content.js";
import { directoryOf } from "../state/shell-state.js";
import { optionValues } from "./options.js";
import { commandIndex } from "./package-managers.js";
import { pathOfWord } from "./paths.js";

/*
 * Package managers run scripts of the package in the current folder, such as npm's `postinstall` and Python's `setup.py`,
 * which may write any file. Packages of a registry have such scripts, too; those are assumed to write no files that
 * matter here.
 */

/** Whether a call of a package manager runs scripts of a package that is not one of a registry, but a folder. */
export function runsScriptsOfFolder(call: CommandCall): boolean {
  const [first, ...rest] = call.words.slice(commandIndex(call));
  const operands = rest.filter(({ value, isKnown }) => !isKnown || !value.startsWith("-"));
  switch (call.name) {
    case "npm":
    case "pnpm":
    case "bun":
    case "yarn":
      return runsLifecycle(call, first, operands);
    case "pip":
    case "pip3":
    case "pipx":
      return first?.value === "install" && rest.some(isFolder);
    case "uv":
      return first?.value === "sync";
    case "cargo":
      return first?.value === "install" && rest.some(({ value }) => value.startsWith("--path"));
    default:
      return false;
  }
}

const IGNORES = /^--(?:ignore-scripts(?:=true)?|mode=skip-build|version|help)$/;

function runsLifecycle(
  call: CommandCall,
  first: CallWord | undefined,
  operands: readonly CallWord[],
): boolean {
  const words = call.words.slice(1);
  if (words.some(({ value, isKnown }) => isKnown && IGNORES.test(value))) return false;
  if (first === undefined) return call.name === "yarn" && mayHaveScripts(call, []);
  const folders = optionValues(call, ["--prefix", "-C", "--cwd", "--dir"]);
  const packages = operands.filter((word) => !folders.includes(word));
  switch (first.value) {
    case "ci":
    case "clean-install":
      return mayHaveScripts(call, folders);
    case "install":
    case "i":
    case "in":
    case "add":
      if (packages.some(isFolder)) return true;
      return packages.length === 0 && !isGlobal(words) && mayHaveScripts(call, folders);
    default:
      return false;
  }
}

function isGlobal(words: readonly CallWord[]): boolean {
  return words.some(({ value }) => /^(?:-\w*g|--global(?:=true)?|--location=global)$/.test(value));
}

/** `.`, `./folder` or `file:folder`. With brackets, as in `.[dev]`, it is a pattern to the shell. */
function isFolder({ value }: CallWord): boolean {
  const isArchive = /\.(?:tgz|tar\.gz|whl|zip)$/.test(value);
  return !isArchive && /^(?:\.{1,2}(?:\/|\[|$)|\/|~\/|(?:file|link):)/.test(value);
}

/** Whether the `package.json` may have scripts: it exists, and the job has not written it without any. */
function mayHaveScripts(call: CommandCall, folders: readonly CallWord[]): boolean {
  const [folder] = folders;
  const path = folder ? pathOfWord(call, folder) : directoryOf(call.state);
  const { node } = call.state.files.find(`${path}/package.json`);
  if (node.kind !== "file") return node.kind === "unknown";
  return textOfContent(node.content)?.includes('"scripts"') !== false;
}
