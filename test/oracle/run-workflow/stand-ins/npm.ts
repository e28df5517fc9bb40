import { dirname, join } from "node:path/posix";
import type { Answer, Call } from "./call.js";
import { readSpecification, resolve, type CodexSpecification } from "./npm-packages.js";
import { hasOption, sortWords, valuesOf, type SortedWords } from "./options.js";

const withValue = new Set([
  "--cache",
  "--call",
  "--include",
  "--location",
  "--loglevel",
  "--omit",
  "--package",
  "--prefix",
  "--registry",
  "--tag",
  "--userconfig",
  "--workspace",
  "-C",
  "-c",
  "-p",
  "-w",
]);

const installs = ["add", "i", "in", "ins", "inst", "install", "isntall", "ci", "clean-install"];
const runs = ["exec", "x", "dlx"];

/** `npm`, `pnpm`, `yarn` and `bun`, reduced to what they do with Codex. */
export async function npm(call: Call): Promise<Answer> {
  const words = sortWords(call.args, { withValue });
  const [command, ...operands] = words.operands;
  if (hasOption(words, "--version", "-v") && command === undefined) return ["/bin/echo", "11.6.2"];
  // `yarn global add`
  if (command === "global" && installs.includes(operands[0] ?? ""))
    return install(call, words, operands.slice(1), true);
  if (command !== undefined && installs.includes(command))
    return install(call, words, operands, isGlobal(words));
  if (command !== undefined && runs.includes(command))
    return npx({ ...call, args: withoutCommand(call.args, command) });
  if (command === "run" || command === "run-script") return runScript(call, operands);
  return ask(call, words, command, operands);
}

function isGlobal(words: SortedWords): boolean {
  return hasOption(words, "-g", "--global") || valuesOf(words, "--location").includes("global");
}

async function install(
  call: Call,
  words: SortedWords,
  operands: readonly string[],
  global: boolean,
): Promise<Answer> {
  const specifications = operands.length > 0 ? operands.map(readSpecification) : await dependencies(call);
  const missing = specifications.find((each) => each.kind === "not published");
  if (missing) return error(`code ETARGET: No matching version found for @openai/codex@${missing.wanted}.`);
  const codex = specifications.find((each) => each.kind === "release");
  const folder =
    valuesOf(words, "--prefix", "-C").at(-1) ?? (global ? globalPrefix(call) : call.workingDirectory);
  return codex ? installed(codex.version, folder, global) : ["/bin/true"];
}

/** The release that `npm ci` and `npm install` find in the lock file next to `package.json`, or in `package.json`. */
async function dependencies(call: Call): Promise<readonly CodexSpecification[]> {
  const lock = JSON.parse(
    (await call.readFile(join(call.workingDirectory, "package-lock.json"))) ?? "{}",
  ) as {
    packages?: Record<string, { version?: string }>;
  };
  const locked = lock.packages?.["node_modules/@openai/codex"]?.version;
  if (locked !== undefined) return [resolve(locked)];
  const manifest = JSON.parse(
    (await call.readFile(join(call.workingDirectory, "package.json"))) ?? "{}",
  ) as Partial<Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>>>;
  const ranges = { ...manifest.optionalDependencies, ...manifest.devDependencies, ...manifest.dependencies };
  const range = ranges["@openai/codex"];
  return range === undefined ? [] : [resolve(range)];
}

/** The prefix of `npm install -g`: by default, the parent of the `bin` folder that contains npm. */
function globalPrefix({ env }: Call): string {
  return env.npm_config_prefix ?? env.NPM_CONFIG_PREFIX ?? "/usr/local";
}

interface Installation {
  /** Lines of Bash; `args` are `$1` to `$4`. */
  readonly script: string;
  readonly args: readonly [package_: string, commands: string, target: string, version: string];
}

function installation(version: string, folder: string, global: boolean): Installation {
  const modules = join(folder, global ? "lib/node_modules" : "node_modules");
  const commands = global ? join(folder, "bin") : join(modules, ".bin");
  const target = global ? "../lib/node_modules/@openai/codex/bin/codex.js" : "../@openai/codex/bin/codex.js";
  const script = [
    "set -e",
    '/usr/bin/mkdir -p "$1/bin" "$2"',
    'printf \'#!/bin/bash -p\\nstand_in=codex@%s\\n. /runner/stand-in\\n\' "$4" > "$1/bin/codex.js"',
    'printf \'{"name":"@openai/codex","version":"%s","bin":{"codex":"bin/codex.js"}}\\n\' "$4" > "$1/package.json"',
    '/usr/bin/chmod 755 "$1/bin/codex.js"',
    '/usr/bin/ln -sf "$3" "$2/codex"',
  ];
  return { script: script.join("\n"), args: [join(modules, "@openai/codex"), commands, target, version] };
}

function installed(version: string, folder: string, global: boolean): Answer {
  const { script, args } = installation(version, folder, global);
  return ["/bin/bash", "-pc", `${script}\necho "added 2 packages in 1s"`, "npm", ...args];
}

/** `npx`, `npm exec`, `pnpm dlx`, `bunx`: run the Codex of the project, else of the machine, else of the registry. */
export function npx(call: Call): Answer {
  const words = sortWords(call.args, { withValue, stopsAtOperand: true });
  const packages = valuesOf(words, "--package", "-p").map(readSpecification);
  const [command, ...args] = words.operands;
  const script = valuesOf(words, "--call", "-c").at(-1);
  const named = packages.length > 0 || command === undefined ? packages : [readSpecification(command)];
  const missing = named.find((each) => each.kind === "not published");
  if (missing) return error(`code ETARGET: No matching version found for @openai/codex@${missing.wanted}.`);
  const codex = named.find((each) => each.kind === "release");
  if (!codex) {
    const searched = `PATH=${join(call.workingDirectory, "node_modules/.bin")}:${call.env.PATH ?? ""}`;
    if (script !== undefined) return ["/usr/bin/env", searched, "/bin/sh", "-c", script];
    return command === undefined ? ["/bin/true"] : ["/usr/bin/env", searched, command, ...args];
  }
  const folder = `/home/runner/.npm/_npx/${codex.version}`;
  const install = installation(codex.version, folder, false);
  const started = packages.length > 0 ? words.operands : ["codex", ...args];
  const start = script === undefined ? 'exec "$@"' : 'exec /bin/sh -c "$1"';
  const lines = [install.script, `PATH=${folder}/node_modules/.bin:$PATH`, "shift 4", start].join("\n");
  const rest = script === undefined ? started : [script];
  return ["/bin/bash", "-pc", lines, "npx", ...install.args, ...rest];
}

async function runScript(call: Call, [name]: readonly string[]): Promise<Answer> {
  const manifest = JSON.parse((await call.readFile(join(call.workingDirectory, "package.json"))) ?? "{}") as {
    scripts?: Record<string, string>;
  };
  const script = manifest.scripts?.[name ?? ""];
  if (script === undefined) return error(`Missing script: "${String(name)}"`);
  const path = `PATH=${join(call.workingDirectory, "node_modules/.bin")}:${call.env.PATH ?? ""}`;
  return ["/usr/bin/env", path, "/bin/sh", "-c", script];
}

function ask(
  call: Call,
  words: SortedWords,
  command: string | undefined,
  operands: readonly string[],
): Answer {
  const prefix = globalPrefix(call);
  switch (command) {
    case "root":
      return [
        "/bin/echo",
        isGlobal(words) ? `${prefix}/lib/node_modules` : `${call.workingDirectory}/node_modules`,
      ];
    case "prefix":
      return ["/bin/echo", isGlobal(words) ? prefix : call.workingDirectory];
    case "bin":
      return ["/bin/echo", isGlobal(words) ? `${prefix}/bin` : `${call.workingDirectory}/node_modules/.bin`];
    case "view":
    case "info":
    case "show": {
      const specification = readSpecification(operands[0] ?? "");
      return specification.kind === "release" ? ["/bin/echo", specification.version] : ["/bin/true"];
    }
    case "config":
      return operands[0] === "get" && operands[1] === "prefix" ? ["/bin/echo", prefix] : ["/bin/true"];
    case "uninstall":
    case "remove":
    case "rm":
      return operands.includes("@openai/codex") && isGlobal(words)
        ? ["/bin/rm", "-rf", `${prefix}/bin/codex`, join(dirname(prefix), "lib/node_modules/@openai/codex")]
        : ["/bin/true"];
    default:
      return ["/bin/true"];
  }
}

/** The arguments without the command's name, and without the `--` between npm's options and the program's. */
function withoutCommand(words: readonly string[], command: string): readonly string[] {
  const rest = words.filter((_, index) => index !== words.indexOf(command));
  return rest.filter((_, index) => index !== rest.indexOf("--"));
}

function error(message: string): Answer {
  return ["/bin/bash", "-pc", 'echo "npm error $1" >&2; exit 1', "npm", message];
}
