import type { CommandCall } from "../command-call.js";
import type { Unknown } from "../values/value.js";
import { commandIndex } from "./package-managers.js";
import { taintAll, taintDirectory } from "./taint.js";

/** npm packages whose programs write at most to the current folder, and run no scripts or tests of a repository. */
const TOOLS: ReadonlySet<string> = new Set(
  "codex cspell eslint markdownlint markdownlint-cli markdownlint-cli2 prettier stylelint tsc".split(" "),
);

/** Makes everything unknown that the program of an npm package may write. */
export function taintFilesOfNpx(call: CommandCall, unknown: Unknown): void {
  const words = call.words.slice(1).map(({ value }) => value);
  const name = words.find((value) => !value.startsWith("-"))?.replace(/(?<=.)@[\w.^~-]*$/, "");
  if (name === undefined || name === "@openai/codex") return;
  const installs = name === "playwright" && words[words.indexOf("playwright") + 1]?.startsWith("install");
  if (TOOLS.has(name) || installs === true) taintDirectory(call, unknown);
  else taintAll(call, unknown);
}

/** Commands of package managers that run the program of a package, as `npx` does. */
const RUN_COMMANDS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["bun", new Set(["x"])],
  ["npm", new Set(["exec", "x"])],
  ["pnpm", new Set(["dlx", "exec"])],
  ["yarn", new Set(["dlx", "exec"])],
]);

/** The call of `npx` that does the same as one of another package manager, such as `pnpm dlx`; `undefined` for others. */
export function asNpx(call: CommandCall): CommandCall | undefined {
  const index = commandIndex(call);
  const command = call.words[index];
  if (!command || RUN_COMMANDS.get(call.name)?.has(command.value) !== true) return undefined;
  return { ...call, name: "npx", words: [command, ...call.words.slice(index + 1)] };
}
