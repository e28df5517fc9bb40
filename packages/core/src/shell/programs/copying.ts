import type { CommandCall, CommandResult } from "../command-call.js";
import { SUCCESS } from "../command-call.js";
import { readFile, unite, type Alternatives } from "../files.js";
import { baseName, resolvePath } from "../path.js";

/** Options of `cp` and `install` that take the next word as their value. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set(["-m", "-o", "-g", "-S", "--mode", "--owner", "--group"]);

export function runCopy(call: CommandCall): CommandResult {
  transfer(call);
  return SUCCESS;
}

export function runMove(call: CommandCall): CommandResult {
  for (const source of transfer(call)) call.state.files.delete(source);
  return SUCCESS;
}

export function runRemove(call: CommandCall): CommandResult {
  const { files } = call.state;
  for (const operand of operandsOf(call)) {
    for (const path of files.keys())
      if (path === operand || path.startsWith(`${operand}/`)) files.delete(path);
  }
  return SUCCESS;
}

/** Gives the target what the sources hold; returns the sources' paths. */
function transfer(call: CommandCall): readonly string[] {
  const { files } = call.state;
  const operands = operandsOf(call);
  const target = operands.at(-1);
  const sources = operands.slice(0, -1);
  if (target === undefined || sources.length === 0) return [];
  for (const source of sources) {
    const path = sources.length === 1 && !isFolder(call, target) ? target : `${target}/${baseName(source)}`;
    files.set(path, copied(call, source, readFile(files, path)));
  }
  return sources;
}

/** What the target holds afterwards: where the source may be missing, what it held before. */
function copied(call: CommandCall, source: string, before: Alternatives): Alternatives {
  const { files } = call.state;
  if (!files.has(source))
    return unite([[{ kind: "unknown", program: `the file ${source}`, origin: call.origin }]], before);
  const present = readFile(files, source).filter((content) => content !== undefined);
  const [first, ...others] = present;
  if (first === undefined) return before;
  return present.length === readFile(files, source).length
    ? [first, ...others]
    : unite([first, ...others], before);
}

function isFolder(call: CommandCall, path: string): boolean {
  const written = call.words.at(-1)?.value ?? "";
  if (written.endsWith("/")) return true;
  return [...call.state.files.keys()].some((known) => known.startsWith(`${path}/`));
}

function operandsOf(call: CommandCall): readonly string[] {
  const operands: string[] = [];
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (VALUE_OPTIONS.has(value)) index++;
    else if (!value.startsWith("-")) operands.push(resolvePath(value, call.state.directory));
  }
  return operands;
}
