import type { CommandCall } from "../command-call.js";
import type { Unknown } from "../values/value.js";
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
