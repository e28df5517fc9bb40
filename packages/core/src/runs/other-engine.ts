import { baseName, type CommandCall } from "../shell/index.js";

/** Engines of gh-aw other than Codex, by the program that each is started with. */
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

/** Whether a call in AWF's container starts another engine than Codex, or is no agent at all. */
export function startsOtherEngine(call: CommandCall): boolean {
  if (call.name === "threat-detect") return true;
  return call.words.some(({ value }, index) => {
    const name = baseName(value);
    if (index === 0) return OTHER_ENGINES.has(name);
    return name.endsWith("_harness.cjs") && !name.startsWith("codex_");
  });
}

/** Built-ins and small tools that prepare a run: none of them can be the wrapper that starts an engine. */
const PREPARATION: ReadonlySet<string> = new Set([
  ...[
    "set",
    "export",
    "unset",
    "cd",
    "[",
    "test",
    "[[",
    ":",
    "true",
    "false",
    "echo",
    "printf",
    "cat",
    "source",
    ".",
  ],
  ...[
    "mkdir",
    "chmod",
    "touch",
    "command",
    "which",
    "find",
    "tr",
    "npm",
    "exit",
    "trap",
    "ulimit",
    "umask",
    "tee",
  ],
  ...[
    "sleep",
    "ls",
    "cp",
    "mv",
    "rm",
    "ln",
    "id",
    "env",
    "pwd",
    "date",
    "hash",
    "shopt",
    "read",
    "curl",
    "git",
  ],
]);

export function isPreparation(call: CommandCall): boolean {
  if (PREPARATION.has(call.name)) return true;
  if (call.name === "codex") return asksNoModel(call);
  // What `bash -c` runs is looked at by itself.
  return ["bash", "sh"].includes(call.name) && call.words.some(({ value }) => /^-[a-z]*c$/.test(value));
}

/** `codex --version`, `codex login`: no request is sent. */
function asksNoModel({ words: [, first] }: CommandCall): boolean {
  return (
    first !== undefined &&
    /^(--version|-V|--help|-h|help|login|logout|completion|mcp|features)$/.test(first.value)
  );
}
