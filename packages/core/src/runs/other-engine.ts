import { baseName, type CommandCall } from "../shell/index.js";

/** The programs of gh-aw's engines other than Codex. */
const OTHER_ENGINES: ReadonlySet<string> = new Set([
  "claude",
  "copilot",
  "gemini",
  "opencode",
  "crush",
  "antigravity",
  "agy",
  "pi",
  "amp",
  "cursor-agent",
]);

/** Whether a call in AWF's container starts an engine other than Codex, or threat detection. */
export function startsOtherEngine(call: CommandCall): boolean {
  if (call.name === "threat-detect") return true;
  return call.words.some(({ value }, index) => {
    const name = baseName(value);
    if (index === 0) return OTHER_ENGINES.has(name);
    return name.endsWith("_harness.cjs") && !name.startsWith("codex_");
  });
}

/** Built-ins and small tools that prepare a run; none of them is a wrapper that starts an engine. */
const PREPARATION: ReadonlySet<string> = new Set(
  (
    "set export unset cd [ test [[ : true false echo printf cat source . mkdir chmod touch command which " +
    "find tr npm exit trap ulimit umask tee sleep ls cp mv rm ln id env pwd date hash shopt read curl git"
  ).split(" "),
);

/** Whether a call only prepares a run, so that it cannot be a wrapper. */
export function isPreparation(call: CommandCall): boolean {
  if (PREPARATION.has(call.name)) return true;
  if (call.name === "codex") return asksNoModel(call);
  // The commands that `bash -c` runs are checked one by one.
  return ["bash", "sh"].includes(call.name) && call.words.some(({ value }) => /^-[a-z]*c$/.test(value));
}

/** `codex --version`, `codex login`: no request is sent. */
function asksNoModel({ words: [, first] }: CommandCall): boolean {
  return (
    first !== undefined &&
    /^(--version|-V|--help|-h|help|login|logout|completion|mcp|features)$/.test(first.value)
  );
}
