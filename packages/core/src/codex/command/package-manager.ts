import { baseName } from "../../shell/index.js";
import { namesCodex, versionIn } from "./package-names.js";

/** What a call of npm, pnpm, yarn or bun does with the package `@openai/codex`. Indexes count the call's words. */
export type PackageCommand =
  | {
      readonly kind: "install";
      /** The text after `@openai/codex@`; "" if no version is named. */
      readonly version: string;
      /** Whether it is on every step's PATH, not only in the `node_modules` of a folder. */
      readonly isGlobal: boolean;
      /** Index of the word that names the package. */
      readonly word: number;
    }
  | {
      readonly kind: "run";
      /** `undefined` for the version that an earlier command installed. */
      readonly version: string | undefined;
      /** Whether a package of `package.json` takes precedence. */
      readonly prefersPackage: boolean;
      /** Index of the word that names the package, or the program. */
      readonly word: number;
      /** Index of the first argument of Codex. */
      readonly args: number;
    }
  | {
      /** Installs the dependencies of a `package.json`, which may include Codex. */
      readonly kind: "installAll";
    };

const INSTALL: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  [
    "npm",
    new Set([
      "install",
      "i",
      "in",
      "ins",
      "add",
      "isntall",
      "update",
      "up",
      "upgrade",
      "ci",
      "clean-install",
    ]),
  ],
  ["pnpm", new Set(["install", "i", "add", "update", "up", "upgrade"])],
  ["yarn", new Set(["add", "install", "upgrade", "up"])],
  ["bun", new Set(["install", "i", "add", "update"])],
]);

const RUN: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["npm", new Set(["exec", "x"])],
  ["pnpm", new Set(["dlx", "exec"])],
  ["yarn", new Set(["dlx", "exec", "run"])],
  ["bun", new Set(["x"])],
]);

/** Programs that stand for a package manager's subcommand. */
const RUNNERS: ReadonlySet<string> = new Set(["npx", "pnpx", "bunx"]);

/** Options that take the next word as their value. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  "--cache",
  "--cwd",
  "--dir",
  "--filter",
  "--loglevel",
  "--prefix",
  "--registry",
  "--tag",
  "--userconfig",
  "--workspace",
  "-C",
  "-F",
  "-w",
]);

const ASKS = /^(?:--version|-v|--help|-h)$/;

const PACKAGE_OPTIONS: ReadonlySet<string> = new Set(["-p", "--package"]);

/** Reads the words of a command; `undefined` if it does not concern the package. */
export function readPackageCommand(words: readonly string[]): PackageCommand | undefined {
  // `corepack pnpm add ...` is `pnpm add ...`.
  const start = baseName(words[0] ?? "") === "corepack" ? 1 : 0;
  const [manager = ""] = baseName(words[start] ?? "").split("@", 1);
  if (RUNNERS.has(manager)) return readRun(words, start + 1, undefined, manager !== "pnpx");
  const packages: NamedPackage[] = [];
  const subcommand = nextOperand(words, start + 1, packages);
  // `yarn` alone installs; `yarn --version` does not.
  if (subcommand === undefined)
    return manager === "yarn" && !words.some((word) => ASKS.test(word)) ? { kind: "installAll" } : undefined;
  const name = words[subcommand] ?? "";
  if (RUN.get(manager)?.has(name)) return readRun(words, subcommand + 1, packages[0], name !== "dlx");
  if (manager === "yarn" && name === "codex")
    return {
      kind: "run",
      version: undefined,
      prefersPackage: true,
      word: subcommand,
      args: subcommand + 1,
    };
  const isYarnGlobal = manager === "yarn" && name === "global";
  const verb = isYarnGlobal ? (words[subcommand + 1] ?? "") : name;
  if (INSTALL.get(manager)?.has(verb) !== true) return undefined;
  const word = words.findIndex((candidate, index) => index > subcommand && namesCodex(candidate));
  if (word === -1) return isYarnGlobal || isGlobal(words) ? undefined : { kind: "installAll" };
  const version = versionIn(words[word]);
  return { kind: "install", version, isGlobal: isYarnGlobal || isGlobal(words), word };
}

function isGlobal(words: readonly string[]): boolean {
  return words.some(
    (word, index) =>
      word === "--global" ||
      word === "--location=global" ||
      (word === "--location" && words[index + 1] === "global") ||
      (/^-[a-zA-Z]+$/.test(word) && word.includes("g")),
  );
}

/** A package that an option names, as `npx -p` does. */
interface NamedPackage {
  readonly version: string | undefined;
  readonly word: number;
}

function readRun(
  words: readonly string[],
  from: number,
  before: NamedPackage | undefined,
  prefersPackage: boolean,
): PackageCommand | undefined {
  const packages: NamedPackage[] = before ? [before] : [];
  const program = nextOperand(words, from, packages);
  if (program === undefined) return undefined;
  const written = words[program] ?? "";
  if (namesCodex(written))
    return { kind: "run", version: versionIn(written), prefersPackage, word: program, args: program + 1 };
  if (baseName(written) !== "codex") return undefined;
  const named = packages[0];
  return {
    kind: "run",
    version: named?.version,
    prefersPackage,
    word: named?.word ?? program,
    args: program + 1,
  };
}

/** The index of the first word that is neither an option nor its value. Adds packages of options to `packages`. */
function nextOperand(words: readonly string[], from: number, packages: NamedPackage[]): number | undefined {
  for (let index = from; index < words.length; index++) {
    const word = words[index] ?? "";
    if (word === "--") return index + 1 < words.length ? index + 1 : undefined;
    if (!word.startsWith("-")) return index;
    const [option = "", value] = word.startsWith("--") ? splitOnce(word) : [word];
    const isValueNext = value === undefined && (PACKAGE_OPTIONS.has(option) || VALUE_OPTIONS.has(option));
    const named = isValueNext ? words[++index] : value;
    if (PACKAGE_OPTIONS.has(option) && named !== undefined && namesCodex(named))
      packages.push({ version: versionIn(named), word: index });
  }
  return undefined;
}

function splitOnce(word: string): readonly string[] {
  const equals = word.indexOf("=");
  return equals === -1 ? [word] : [word.slice(0, equals), word.slice(equals + 1)];
}
