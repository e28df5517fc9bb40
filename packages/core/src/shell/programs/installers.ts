import type { CallWord, CommandCall } from "../command-call.js";
import type { Content } from "../files/content.js";
import { lookUp } from "../state/lookup.js";
import { knownText, type Unknown } from "../values/value.js";

/** AWF's installer (https://github.com/github/gh-aw-firewall#get-started-fast). */
const AWF = /^https:\/\/raw\.githubusercontent\.com\/(?:github|githubnext)\/gh-aw-firewall\/.+\/install\.sh$/;

/** Documented installers of projects, which write no files of Codex. */
const INSTALLERS: readonly RegExp[] = [
  AWF,
  /^https:\/\/raw\.githubusercontent\.com\/(?:github|githubnext)\/gh-aw\/.+\/install-gh-aw\.sh$/,
  /^https:\/\/raw\.githubusercontent\.com\/nvm-sh\/nvm\/.+\/install\.sh$/,
  /^https:\/\/raw\.githubusercontent\.com\/Homebrew\/install\/.+\/install\.sh$/,
  /^https:\/\/(?:astral\.sh\/uv\/(?:[\d.]+\/)?install\.sh|bun\.(?:sh|com)\/install|deno\.land\/install\.sh)$/,
  /^https:\/\/(?:deb\.nodesource\.com\/setup_\w+\.x|fnm\.vercel\.app\/install|get\.pnpm\.io\/install\.sh)$/,
  /^https:\/\/(?:get\.docker\.com|get\.volta\.sh|mise\.run|sh\.rustup\.rs)\/?$/,
];

/** The URL of such an installer in the words of `curl` or `wget`; `undefined` if there is none, or another URL. */
export function installerIn(words: readonly CallWord[]): string | undefined {
  const addresses = words.filter(({ value }) => /^https?:\/\//.test(value));
  const [only, ...others] = addresses;
  if (others.length > 0 || only?.isKnown !== true) return undefined;
  return INSTALLERS.some((installer) => installer.test(only.value)) ? only.value : undefined;
}

/** The URL of the installer that a downloaded content is; `undefined` if it is not one. */
export function installerOf(content: Content | undefined): string | undefined {
  const [only, ...others] = content ?? [];
  if (others.length > 0 || !only) return undefined;
  if (only.kind === "unknown") return only.unknown?.installer;
  const { guesses, text } = only.expanded;
  const [guess, ...rest] = guesses;
  const isWhole = guess?.start === 0 && guess.end === text.text.trimEnd().length;
  return isWhole && rest.length === 0 ? guess.unknown.installer : undefined;
}

/** Runs an installer. AWF's takes the version from a variable or an argument. */
export function runInstaller({ state }: CommandCall, installer: string, args: readonly CallWord[]): void {
  if (!AWF.test(installer)) return;
  const named = lookUp(state, "AWF_VERSION");
  const version =
    args.find(({ value }) => /^v?\d/.test(value))?.value ??
    (named.kind === "set" ? knownText(named.value) : undefined);
  if (version !== undefined && version !== "") state.notes.set("awf", version);
}

/** Marks the output of `curl` or `wget` as an installer if it is one. */
export function asInstaller({ name, words }: CommandCall, unknown: Unknown): Unknown {
  const installer = name === "curl" || name === "wget" ? installerIn(words) : undefined;
  return installer === undefined ? unknown : { ...unknown, installer };
}
