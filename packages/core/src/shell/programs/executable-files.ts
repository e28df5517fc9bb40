import type { CommandCall, Shell } from "../command-call.js";
import type { FileNode } from "../files/node.js";
import { baseName } from "../files/path.js";
import { lookUp } from "../state/lookup.js";
import { inSubshell, noteUnknown } from "../state/shell-state.js";
import { withSource } from "../state/source-names.js";
import type { Status } from "../state/status.js";
import { UNSET } from "../state/variables.js";
import { fillIn, unknownValue } from "../values/value.js";
import { startShell } from "./new-shell.js";
import { outputOf } from "./output.js";
import { pathOfWord } from "./paths.js";
import { scriptOfContent } from "./script-files.js";

/** The file of a program, found by its path or in `$PATH`, if a script wrote it. */
export function fileOfProgram(call: CommandCall): FileNode | undefined {
  const [word] = call.words;
  const { state } = call;
  if (word.value.includes("/")) {
    const { node } = state.files.find(pathOfWord(call, word));
    return node.kind === "file" ? node : undefined;
  }
  const path = lookUp(state, "PATH");
  if (path.kind !== "set" || !word.isKnown) return undefined;
  const text = fillIn(path.value, (unknown) =>
    unknown.id === "PATH" ? "" : noteUnknown(state, unknown).replaceAll(":", "\u0003"),
  );
  for (const folder of text.split(":")) {
    if (folder === "") break;
    // A folder that is not known is assumed not to hold the program.
    if (folder.startsWith("\0")) continue;
    const { node } = state.files.find(`${folder}/${word.value}`);
    if (node.kind === "file" && node.isExecutable) return node;
  }
  return undefined;
}

/** Runs a program that is a shell script of the job; `undefined` if it is not one. */
export function runFile(call: CommandCall, shell: Shell): Status | undefined {
  const [word, ...rest] = call.words;
  const node = fileOfProgram(call);
  if (!node) {
    if (!word.value.includes("/")) return undefined;
    const { kind } = call.state.files.find(pathOfWord(call, word)).node;
    return kind === "absent" ? 127 : kind === "directory" ? 126 : undefined;
  }
  if (node.kind !== "file") return undefined;
  if (!node.isExecutable) return 126;
  const script = scriptOfContent(node.content);
  if (!script) return undefined;
  const interpreter = interpreterOf(script.text);
  if (interpreter === "missing") return 127;
  if (!interpreter) return undefined;
  const { name, options } = interpreter;
  return inSubshell(call.state, () => {
    startShell(call, name);
    for (const option of options) call.state.options.set(option, true);
    call.state.positional.set("", { words: rest, script: call.script });
    // A program that `$PATH` finds has its path there as its name.
    const path = word.value.includes("/") ? word.text : unknownValue(outputOf(call, "`$PATH`"));
    call.state.variables.set("0", { ...UNSET, value: path });
    return withSource(script, path, () => shell.runScript(script, call.state));
  });
}

/** Programs of which this is a model when a script's first line names them. */
const SHELLS: ReadonlySet<string> = new Set(["bash", "sh", "dash"]);

/** The shell that runs a script. */
interface ShebangShell {
  readonly name: string;
  /** The options of the shell that are on. */
  readonly options: readonly string[];
}

/** The shell that a script's first line names; `missing` for a program that there cannot be, `undefined` if unsure. */
function interpreterOf(script: string): ShebangShell | "missing" | undefined {
  const line = (/^#!(.*)/.exec(script)?.[1] ?? "bash").trim();
  const [path = ""] = line.split(/[ \t]/, 1);
  const argument = line.slice(path.length).trim();
  const isEnv = baseName(path) === "env";
  // Linux passes the rest of the line as one argument.
  if (isEnv && /^\w+[ \t]/.test(argument)) return "missing";
  const split = isEnv ? argument.replace(/^(?:-S|--split-string=)[ \t]*/, "") : argument;
  const words = split === "" ? [] : split === argument ? [argument] : split.split(/[ \t]+/);
  const [name = "", ...rest] = isEnv ? words : [baseName(path), ...words];
  if (!SHELLS.has(name)) return undefined;
  const options: string[] = [];
  for (let index = 0; index < rest.length; index++) {
    const word = rest[index] ?? "";
    if (/^--(?:login|noprofile|norc)$/.test(word)) continue;
    const [, letters = "", takesName] = /^-([ehlpuvxBE]*)(o?)$/.exec(word) ?? [];
    if (letters === "" && takesName !== "o") return undefined;
    if (letters.includes("e")) options.push("errexit");
    if (letters.includes("u")) options.push("nounset");
    if (takesName === "o") options.push(rest[++index] ?? "");
  }
  return { name, options };
}
