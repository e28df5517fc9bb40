import type { Outcome } from "@gh-aw-lint/core";
import { openCodexOracle, type CodexOracle } from "../oracle/codex/ask-codex.js";
import type { CodexRunRecord } from "../oracle/run-workflow/index.js";
import { readArguments } from "./codex-arguments.js";

/** What the real Codex did. */
export interface CodexOutcome {
  readonly outcome: Outcome;
  readonly error: string;
}

/** What a start of Codex is given. */
export type CodexCall = Pick<CodexRunRecord, "args" | "config" | "env">;

let oracle: Promise<CodexOracle> | undefined;
const outcomes = new Map<string, Promise<CodexOutcome>>();

/** Runs the real Codex with the configuration, the options and the variables of a call. */
export function askRealCodex({ args, config, env }: CodexCall, version: string): Promise<CodexOutcome> {
  const { beforeExec, afterExec } = readArguments(args);
  const variables = Object.fromEntries(Object.entries(env).filter(([name]) => decides(name)));
  const question = { version, config, env: variables, globalArgs: beforeExec, args: afterExec };
  const key = JSON.stringify(question);
  let outcome = outcomes.get(key);
  if (!outcome) {
    oracle ??= openCodexOracle();
    outcome = oracle
      .then(({ ask }) => ask(question))
      .then((verdict) => ({ outcome: verdict.outcome, error: (verdict.error ?? []).join("\n") }));
    outcomes.set(key, outcome);
  }
  return outcome;
}

/** The variables that may decide where Codex connects; its home is the oracle's. */
function decides(name: string): boolean {
  return /^(?:OPENAI|CODEX)_/.test(name) && name !== "CODEX_HOME";
}

export async function closeRealCodex(): Promise<void> {
  await (await oracle)?.close();
}
