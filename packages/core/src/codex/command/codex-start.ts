import { baseName, soleUnknown, type CallWord, type CommandCall } from "../../shell/index.js";
import { readOptions } from "./options.js";
import { readPackageCommand } from "./package-manager.js";

/** A start of Codex on a command line. */
export interface CodexStart {
  /** The word that names Codex; reports point at it. */
  readonly word: CallWord;
  /** The words after `codex`; empty if another program builds Codex's command line. */
  readonly args: readonly CallWord[];
  /** The word `exec` or `review`, which options of Codex may follow. */
  readonly exec: CallWord | undefined;
  /** The program that builds Codex's command line itself. */
  readonly through: "threat-detect" | undefined;
  /** The version in `npx @openai/codex@X exec`. */
  readonly version: string | undefined;
  /** Whether a Codex of `package.json` takes precedence over one on `PATH`, as for `npx codex`. */
  readonly prefersPackage: boolean;
}

/** Reads a call in AWF's container; `undefined` unless it starts `codex exec` or `codex review`. */
export function readCodexStart(call: CommandCall): CodexStart | undefined {
  return readExec(call.words) ?? readThreatDetect(call);
}

/** `codex exec`, started directly, by a harness (`node codex_harness.cjs codex exec`) or by a package manager. */
function readExec(words: readonly CallWord[]): CodexStart | undefined {
  const run = readPackageCommand(words.map(({ value }) => value));
  if (run?.kind === "run") return startAt(words, run.word, run.args, run);
  for (const [index, word] of words.entries()) {
    const isCodex = baseName(word.value) === "codex" || word.value.endsWith(SCRIPT);
    if (!isCodex || (index > 0 && !isStarter(words, index - 1))) continue;
    const prefersPackage = word.value.includes("node_modules/") && !word.value.includes(GLOBAL);
    const start = startAt(words, index, index + 1, { version: undefined, prefersPackage });
    if (start) return start;
  }
  return undefined;
}

/** The script of npm's package, which its program `codex` is a link to. */
const SCRIPT = "@openai/codex/bin/codex.js";

/** A part of the path of global packages of npm. */
const GLOBAL = "/lib/node_modules/";

/** Whether the word at an index starts the next one: a harness, Node, or the end of the options of a version manager. */
function isStarter(words: readonly CallWord[], index: number): boolean {
  const word = words[index];
  const [manager = "", command = ""] = words.map(({ value }) => value);
  if (baseName(manager) === "mise") return /^(?:x|exec)$/.test(command) && word?.value === "--";
  if (baseName(manager) === "volta") return command === "run" && index === 1;
  return word !== undefined && (isHarness(word) || baseName(word.value) === "node");
}

function startAt(
  words: readonly CallWord[],
  index: number,
  firstArgument: number,
  { version, prefersPackage }: Pick<CodexStart, "version" | "prefersPackage">,
): CodexStart | undefined {
  const word = words[index];
  const args = words.slice(firstArgument);
  const { options, subcommand, isExec } = readOptions(args.map(knownOption));
  const runs = isExec && !options.some(({ name }) => name === "informs");
  const exec = runs && subcommand !== undefined ? args[subcommand] : undefined;
  return word && exec && { word, args, exec, through: undefined, version, prefersPackage };
}

/** A word that may expand to no word or several counts as options before `exec`. */
function knownOption({ value, maySplit, text }: CallWord): string {
  return maySplit && soleUnknown(text) ? "--skip-git-repo-check" : value;
}

function isHarness(word: CallWord): boolean {
  return baseName(word.value).startsWith("codex_harness.");
}

/** `threat-detect --engine codex`, which starts `codex exec` itself. */
function readThreatDetect(call: CommandCall): CodexStart | undefined {
  if (call.name !== "threat-detect") return undefined;
  const { words } = call;
  const word = words.find(
    ({ value }, index) =>
      value === "--engine=codex" || (value === "codex" && words[index - 1]?.value === "--engine"),
  );
  return (
    word && {
      word,
      args: [],
      exec: undefined,
      through: "threat-detect",
      version: undefined,
      prefersPackage: false,
    }
  );
}
