import { baseName, type CallWord, type CommandCall } from "../../shell/index.js";

/** The place where a command line starts Codex. */
export interface CodexStart {
  /** The word that names Codex: what a report points at. */
  readonly word: CallWord;
  /** What follows `codex` on its command line; empty where another program makes that line. */
  readonly args: readonly CallWord[];
  /** The word `exec`, behind which options of Codex may stand. */
  readonly exec: CallWord | undefined;
  /** The program that starts Codex by a command line of its own. */
  readonly through: "threat-detect" | undefined;
  /** The version in `npx @openai/codex@X exec`. */
  readonly version: string | undefined;
}

/** `@openai/codex`, with or without a version. */
const PACKAGE = /^@openai\/codex(?:@(.+))?$/;

/** Options of Codex before its subcommand that take the next word as their value. */
const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  ...["-c", "--config", "-m", "--model", "-p", "--profile", "-s", "--sandbox", "-a", "--ask-for-approval"],
  ...["-C", "--cd", "-i", "--image", "--enable", "--disable", "--local-provider", "--add-dir", "--color"],
]);

/** Reads a call in AWF's container as one that starts `codex exec`. */
export function readCodexStart(call: CommandCall): CodexStart | undefined {
  return readExec(call.words) ?? readThreatDetect(call);
}

/** `codex exec`, by itself, behind a harness (`node codex_harness.cjs codex exec`) or through `npx`. */
function readExec(words: readonly CallWord[]): CodexStart | undefined {
  for (const [index, word] of words.entries()) {
    const specified = PACKAGE.exec(word.value);
    if (baseName(word.value) !== "codex" && !specified) continue;
    if (index > 0 && !specified && !isHarness(words[index - 1])) continue;
    const args = words.slice(index + 1);
    const exec = findExec(args);
    if (exec) return { word, args, exec, through: undefined, version: specified?.[1] };
  }
  return undefined;
}

function isHarness(word: CallWord | undefined): boolean {
  return word !== undefined && baseName(word.value).startsWith("codex_harness.");
}

/** The subcommand, if it is `exec`. */
function findExec(args: readonly CallWord[]): CallWord | undefined {
  let isValue = false;
  for (const word of args) {
    const { value } = word;
    if (!isValue && !value.startsWith("-")) return value === "exec" || value === "e" ? word : undefined;
    isValue = !isValue && VALUE_OPTIONS.has(value);
  }
  return undefined;
}

/** `threat-detect --engine codex`, which starts `codex exec` itself. */
function readThreatDetect(call: CommandCall): CodexStart | undefined {
  if (call.name !== "threat-detect") return undefined;
  const { words } = call;
  const word = words.find(
    ({ value }, index) =>
      value === "--engine=codex" || (value === "codex" && words[index - 1]?.value === "--engine"),
  );
  return word && { word, args: [], exec: undefined, through: "threat-detect", version: undefined };
}

/** The version that a call installs, as in `npm install -g @openai/codex@0.121.0`; "" for none named. */
export function readCodexInstall(call: CommandCall): string | undefined {
  if (!call.words.some(({ value }) => ["install", "i", "add"].includes(value))) return undefined;
  for (const { value } of call.words) {
    const specified = PACKAGE.exec(value);
    if (specified) return specified[1] ?? "";
  }
  return undefined;
}
