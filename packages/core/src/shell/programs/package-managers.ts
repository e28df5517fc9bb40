import type { CallWord, CommandCall } from "../command-call.js";

/** Package managers. The files that packages write when they are installed are ignored. */
const MANAGERS: ReadonlySet<string> = new Set(
  "npm pnpm yarn bun pip pip3 pipx uv gem cargo go mise volta n apt-get apt".split(" "),
);

/** Commands that only manage packages. */
const COMMON: readonly string[] = (
  "install i add ci update upgrade use config cache version view info ls list root prefix bin mod env get remove " +
  "uninstall set download sync"
).split(" ");

/**
 * Those of single managers. Not among them: commands that run another package's program or a script of `package.json`,
 * as pnpm, yarn and Bun do for every name that is not a command of theirs.
 */
const COMMANDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    bun: "a add audit i info install link outdated patch pm publish remove rm unlink update upgrade why",
    mise: "config current doctor env i install list ls reshim self-update settings trust u uninstall unuse up upgrade use version where which",
    npm:
      "add audit bin c cache ci clean-install completion config dedupe deprecate dist-tag docs doctor explain fund get " +
      "help i in info ins inst install isntall ll link list ln login logout ls org outdated owner pack ping pkg prefix " +
      "profile prune query r rb rebuild remove repo rm root s sbom search set show team token un uninstall unlink up " +
      "update upgrade v version view whoami why",
    pnpm:
      "add approve-builds audit bin cache ci config dedupe dist-tag doctor env fetch get help i import info install " +
      "licenses link list ln login logout ls outdated owner pack ping pkg prefix profile prune rb rebuild remove rm root " +
      "search self-update set show store team un uninstall unlink up update upgrade version view whoami why",
    volta: "fetch help install list ls pin setup uninstall which",
    yarn:
      "add audit autoclean bin cache check config dedupe help import info install licenses link list login logout " +
      "outdated owner pack plugin remove set tag team unlink unplug up upgrade version versions why",
  }).map(([name, commands]) => [name, new Set(commands.split(" "))]),
);
const DEFAULT: ReadonlySet<string> = new Set(COMMON);

/** Options that take the next word as their value. */
export const WITH_VALUE: ReadonlySet<string> = new Set(
  "--prefix -C --dir --cwd --filter -F --workspace -w --registry --loglevel --cache --userconfig".split(" "),
);

/** Whether a call is one of a package manager that writes no files but those of packages and of its own. */
export function managesPackages(call: CommandCall): boolean {
  const { name, words } = call;
  if (!MANAGERS.has(name)) return false;
  const index = commandIndex(call);
  const command = words[index]?.value;
  // `yarn` alone installs packages; the others print their version or their help. `n 22` installs a release of Node.
  if (command === undefined) return true;
  if (name === "n") return !["run", "as", "use", "exec"].includes(command);
  if (name === "yarn" && command === "global") return COMMON.includes(words[index + 1]?.value ?? "");
  return (COMMANDS.get(name) ?? DEFAULT).has(command);
}

/** How messages name a call that runs a script of `package.json`, such as `npm test`; `undefined` for another call. */
export function scriptNameOf(call: CommandCall): string | undefined {
  const command = call.words[commandIndex(call)];
  const isScript = RUNNING_SCRIPTS.has(call.name) && command?.isKnown === true && !managesPackages(call);
  return isScript ? `\`${call.name} ${command.value}\`` : undefined;
}

const RUNNING_SCRIPTS: ReadonlySet<string> = new Set(["npm", "pnpm", "yarn", "bun"]);

/** The index of the command's name in the words of a call, after options. */
export function commandIndex({ words }: CommandCall): number {
  let index = 1;
  while (isOption(words[index])) index += WITH_VALUE.has(words[index]?.value ?? "") ? 2 : 1;
  return index;
}

function isOption(word: CallWord | undefined): boolean {
  return word !== undefined && word.value.startsWith("-") && !word.maySplit;
}
