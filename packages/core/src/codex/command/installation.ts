import type { CallWord, CommandCall } from "../../shell/index.js";
import { UNKNOWN_VERSION } from "../releases/index.js";
import { readPackageCommand } from "./package-manager.js";

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

/**
 * Commands of other package managers that install releases of Codex, and what they call it: mise has npm's package, the
 * releases on GitHub, and `codex` for the latter (https://mise.jdx.dev/registry.html).
 */
const NAMES: ReadonlyMap<string, { readonly commands: RegExp; readonly name: RegExp }> = new Map([
  [
    "mise",
    {
      commands: /^(?:use|u|install|i|exec|x)$/,
      name: /^(?:npm:@openai\/codex|(?:(?:aqua|github|ubi):openai\/)?codex)(?:\[.*\])?(?:@(?:rust-v)?(.*))?$/,
    },
  ],
  ["volta", { commands: /^install$/, name: /^@openai\/codex(?:@(.*))?$/ }],
]);

/**
 * The version that a package manager other than npm's installs; "" if it names none. A package of another registry than npm's
 * may be any release if its version is named: its versions are not Codex's.
 */
export function readOtherInstall({ name, words }: CommandCall): string | undefined {
  const [, command, ...args] = words.map(({ value }) => value);
  const manager = NAMES.get(name);
  if (manager) {
    const found = args.map((word) => manager.name.exec(word)).find((match) => match !== null);
    return found && manager.commands.test(command ?? "") ? (found[1] ?? "") : undefined;
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

/** Programs that install packages, and words of theirs that do so. */
const INSTALLERS: ReadonlyMap<string, RegExp> = new Map([
  ...["npm", "pnpm", "bun"].map((name) => [name, /^(?:add|i|in|install)$/] as const),
  ["yarn", /^add$/],
  ...["apt", "apt-get", "apk", "asdf", "brew", "conda", "dnf", "nix", "snap", "yum"].map(
    (name) => [name, /^(?:add|install)$/] as const,
  ),
  ["dpkg", /^(?:-i|--install)$/],
]);

/**
 * Whether a call may install a program `codex` that is not OpenAI's: a package with such a name, or one whose
 * name is not known.
 */
export function mayInstallOtherCodex({ name, words }: CommandCall): boolean {
  const installs = INSTALLERS.get(name);
  if (!installs || !words.some(({ value }) => installs.test(value))) return false;
  const isGlobal = !["npm", "pnpm", "bun", "yarn"].includes(name) || isGlobalInstall(words);
  return isGlobal && words.slice(1).some(mayNameOtherCodex);
}

function isGlobalInstall(words: readonly CallWord[]): boolean {
  return words.some(({ value }) =>
    /^(?:-[\dA-Z_a-fh-z]*g\w*|--global|global|--location=global)$/.test(value),
  );
}

/** The name is unknown if nothing is known before an unknown part; `left-pad@$VERSION` is another package. */
function mayNameOtherCodex({ value, text }: CallWord): boolean {
  if (text.guesses[0]?.start === 0) return true;
  return value.includes("codex") && !value.startsWith("-") && !value.startsWith("@openai/codex-");
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
