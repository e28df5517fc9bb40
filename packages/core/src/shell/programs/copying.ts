import type { CommandCall, CommandResult } from "../command-call.js";
import { SUCCESS } from "../command-call.js";
import { NO_FILE, readFile, unite, type Alternatives } from "../files.js";
import { baseName, resolvePath } from "../path.js";

/** Options of `cp` and `install` that take the next word as their value. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set(["-m", "-o", "-g", "-S", "--mode", "--owner", "--group"]);

export function runCopy(call: CommandCall): CommandResult {
  transfer(call);
  return SUCCESS;
}

export function runMove(call: CommandCall): CommandResult {
  for (const source of transfer(call)) removeTree(call, source);
  return SUCCESS;
}

export function runRemove(call: CommandCall): CommandResult {
  for (const operand of operandsOf(call).operands) removeTree(call, pathOf(call, operand));
  return SUCCESS;
}

function removeTree({ state: { files } }: CommandCall, root: string): void {
  for (const path of files.keys()) if (path === root || path.startsWith(`${root}/`)) files.delete(path);
}

/** Gives the target what the sources hold; returns the sources' paths. */
function transfer(call: CommandCall): readonly string[] {
  const { operands, folder } = operandsOf(call);
  const written = folder ?? operands.at(-1);
  const sources = folder === undefined ? operands.slice(0, -1) : operands;
  if (written === undefined || sources.length === 0) return [];
  const target = pathOf(call, written);
  const isFolder =
    folder !== undefined || sources.length > 1 || written.endsWith("/") || holdsFiles(call, target);
  for (const source of sources) {
    if (!transferFolder(call, source, target, isFolder)) transferFile(call, source, target, isFolder);
  }
  return sources.map((source) => pathOf(call, takesContent(source) ? source.slice(0, -2) : source));
}

function transferFile(call: CommandCall, written: string, target: string, isFolder: boolean): void {
  const source = pathOf(call, written);
  put(call, isFolder ? `${target}/${baseName(source)}` : target, contentOf(call, source));
}

function contentOf(call: CommandCall, source: string): Alternatives {
  const { files } = call.state;
  return files.has(source)
    ? readFile(files, source)
    : [[{ kind: "unknown", program: `the file ${source}`, origin: call.origin }], ...NO_FILE];
}

/** What the target holds afterwards: where the source may be missing, what it held before. */
function put({ state: { files } }: CommandCall, path: string, content: Alternatives): void {
  const present = content.filter((alternative) => alternative !== undefined);
  if (present.length === 0) return;
  files.set(path, present.length === content.length ? content : unite(present, readFile(files, path)));
}

/** `dir/.` and `dir/*` */
function takesContent(source: string): boolean {
  return /\/[.*]$/.test(source);
}

/** Transfers what is known to be in a folder; `false` if nothing is, or the source is no folder. */
function transferFolder(call: CommandCall, written: string, target: string, isFolder: boolean): boolean {
  const { files } = call.state;
  const source = pathOf(call, takesContent(written) ? written.slice(0, -2) : written);
  const inside = [...files].filter(([path]) => path.startsWith(`${source}/`));
  if (files.has(source) || inside.length === 0) return false;
  for (const [path, content] of inside) {
    const place = path.slice(source.length);
    const nested = `${target}/${baseName(source)}${place}`;
    if (takesContent(written)) put(call, target + place, content);
    else if (isFolder) put(call, nested, content);
    // Whether the target is there already, so that the folder comes to stand in it, is not known.
    else for (const other of [target + place, nested]) put(call, other, [...content, ...NO_FILE]);
  }
  return true;
}

function holdsFiles(call: CommandCall, path: string): boolean {
  return [...call.state.files.keys()].some((known) => known.startsWith(`${path}/`));
}

function pathOf(call: CommandCall, written: string): string {
  return resolvePath(written, call.state.directory);
}

interface Operands {
  readonly operands: readonly string[];
  /** The folder that `-t` names. */
  readonly folder: string | undefined;
}

function operandsOf(call: CommandCall): Operands {
  const operands: string[] = [];
  let folder: string | undefined;
  const words = call.words.slice(1);
  for (let index = 0; index < words.length; index++) {
    const value = words[index]?.value ?? "";
    if (value === "-t" || value === "--target-directory") folder = words[++index]?.value;
    else if (value.startsWith("--target-directory=")) folder = value.slice("--target-directory=".length);
    else if (VALUE_OPTIONS.has(value)) index++;
    else if (!value.startsWith("-")) operands.push(value);
  }
  return { operands, folder };
}
