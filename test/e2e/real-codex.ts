import type { Outcome } from "@gh-aw-lint/core";
import { openCodexOracle, type CodexOracle, type CodexQuestion } from "../oracle/codex/ask-codex.js";
import type { CodexRunRecord } from "../oracle/run-workflow/index.js";
import { readArguments } from "./codex-arguments.js";

/** What the real Codex did. */
export interface CodexOutcome {
  readonly outcome: Outcome;
  readonly error: string;
}

/** The input of one start of Codex. */
export type CodexCall = Pick<CodexRunRecord, "args" | "config" | "env">;

/** The free oracles. */
const idle: CodexOracle[] = [];
const outcomes = new Map<string, Promise<CodexOutcome>>();

/** Runs the real Codex with the configuration, the options and the variables of a call. */
export function askRealCodex({ args, config, env }: CodexCall, version: string): Promise<CodexOutcome> {
  const { beforeExec, afterExec } = readArguments(args);
  const variables = Object.fromEntries(Object.entries(env).filter(([name]) => decides(name)));
  const question = { version, config, env: variables, globalArgs: beforeExec, args: afterExec };
  const key = JSON.stringify(question);
  let outcome = outcomes.get(key);
  if (!outcome) {
    outcome = ask(question);
    outcomes.set(key, outcome);
  }
  return outcome;
}

async function ask(question: CodexQuestion): Promise<CodexOutcome> {
  const oracle = idle.pop() ?? (await openCodexOracle());
  try {
    const { outcome, error } = await oracle.ask(question);
    return { outcome, error: (error ?? []).join("\n") };
  } finally {
    idle.push(oracle);
  }
}

/** The variables that may determine where Codex connects; the oracle sets `CODEX_HOME`. */
function decides(name: string): boolean {
  return /^(?:OPENAI|CODEX)_/.test(name) && name !== "CODEX_HOME";
}

/** Closes the oracles, which must be idle. */
export async function closeRealCodex(): Promise<void> {
  await Promise.all(idle.splice(0).map((oracle) => oracle.close()));
}
