import type { CommandCall } from "../command-call.js";
import type { Unknown } from "../values/value.js";
import { taintAll, taintDirectory } from "./taint.js";

/** npm packages whose programs write at most to the current folder. */
const TOOLS: ReadonlySet<string> = new Set(
  (
    "codex cspell eslint jest markdownlint markdownlint-cli markdownlint-cli2 nx playwright prettier stylelint " +
    "tsc turbo vitest"
  ).split(" "),
);

/** Makes everything unknown that the program of an npm package may write. */
export function taintFilesOfNpx(call: CommandCall, unknown: Unknown): void {
  const words = call.words.slice(1).map(({ value }) => value);
  const name = words.find((value) => !value.startsWith("-"))?.replace(/(?<=.)@[\w.^~-]*$/, "");
  if (name === undefined || name === "@openai/codex") return;
  if (TOOLS.has(name)) taintDirectory(call, unknown);
  else taintAll(call, unknown);
}
