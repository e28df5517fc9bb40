import { baseName, soleUnknown, type CallWord, type CommandCall } from "../../shell/index.js";
import { UNKNOWN_VERSION } from "../releases/index.js";
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

/** The version that a call installs, as in `npm install -g @openai/codex@0.121.0`; "" if it names none. */
export function readCodexInstall(call: CommandCall): string | undefined {
  const command = readPackageCommand(call.words.map(({ value }) => value));
  return command?.kind === "install" ? command.version : undefined;
}

/** Where a call of a package manager installs: for all folders, into the current folder, or into another one. */
export function installPlaceOf(call: CommandCall): "global" | "local" | "elsewhere" {
  const words = call.words.map(({ value }) => value);
  if (words.some((word) => /^(?:--prefix|--dir|--cwd|-C)(?:=|$)/.test(word))) return "elsewhere";
  const command = readPackageCommand(words);
  return command === undefined || (command.kind === "install" && command.isGlobal) ? "global" : "local";
}

/** Whether a call installs the dependencies of a `package.json`, as `npm ci` does; their versions are not known. */
export function installsDependencies(call: CommandCall): boolean {
  return readPackageCommand(call.words.map(({ value }) => value))?.kind === "installAll";
}

/** Commands of other package managers that install packages of npm. */
const NPM_PACKAGES: ReadonlyMap<string, { readonly commands: RegExp; readonly prefix: string }> = new Map([
  ["mise", { commands: /^(?:use|u|install|i|exec|x)$/, prefix: "npm:@openai/codex" }],
  ["volta", { commands: /^install$/, prefix: "@openai/codex" }],
]);

/**
 * The version that a package manager other than npm's installs; "" if it names none. A package of another registry than npm's
 * may be any release if its version is named: its versions are not Codex's.
 */
export function readOtherInstall({ name, words }: CommandCall): string | undefined {
  const [, command, ...args] = words.map(({ value }) => value);
  const manager = NPM_PACKAGES.get(name);
  if (manager) {
    const { commands, prefix } = manager;
    const found = args.find((word) => word === prefix || word.startsWith(`${prefix}@`));
    return commands.test(command ?? "") ? found?.slice(prefix.length + 1) : undefined;
  }
  // Homebrew has a formula and a cask, which its own `codex` names, of the newest release.
  if (name === "brew" && /^(?:install|reinstall|upgrade)$/.test(command ?? "") && args.includes("codex"))
    return "";
  const installs =
    ["brew", "gem", "pip", "pip3", "pipx", "uv"].includes(name) && [command, args[0]].includes("install");
  return installs && args.some((word) => /^(?:openai-)?codex(?:-cli)?(?:@|==)/.test(word))
    ? UNKNOWN_VERSION
    : undefined;
}

/** A release of Codex that a call downloads from GitHub, by its tag. */
const RELEASE = /\bopenai\/codex\/releases\/(?:latest\/download\/|download\/(?:rust-)?v([^/]+)\/)/;

/** Codex's repository as `cargo install --git` and `gh release download --repo` name it. */
const REPOSITORY = /(?:^|github\.com[/:])openai\/codex(?:\.git)?\/?$/;

/** The version that a call downloads or builds, as `curl`, `gh release download` and `cargo install` do; "" for the newest. */
export function readCodexDownload({ name, words }: CommandCall): string | undefined {
  for (const { value } of words) {
    const found = RELEASE.exec(value);
    if (found) return found[1] ?? "";
  }
  const values = words.map(({ value }) => value);
  const builds = name === "cargo" && values[1] === "install";
  const downloads = name === "gh" && values[1] === "release" && values[2] === "download";
  if (!(builds || downloads) || !values.some((value) => REPOSITORY.test(value.replace(/^--\w+=/, ""))))
    return undefined;
  const tag = values
    .map((value) => /^(?:--tag=)?(?:rust-)?v(\d.*)$/.exec(value)?.[1])
    .find((one) => one !== undefined);
  return tag ?? (values.some((value) => /^--(?:rev|branch|tag)\b/.test(value)) ? UNKNOWN_VERSION : "");
}
