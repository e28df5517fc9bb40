import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Outcome } from "@gh-aw-lint/core";
import { sharedPath } from "../support/shared.js";
import { readArguments } from "./codex-arguments.js";
import type { CodexCall } from "./sandbox/run-job.js";

/** What the real Codex did. */
export interface CodexOutcome {
  readonly outcome: Outcome;
  readonly error: string;
}

/** The fields of the harness's verdict that say where Codex went. */
interface Verdict {
  readonly directWebSocketAttempt: boolean;
  readonly directRestAttempt: boolean;
  readonly restViaProxy: boolean;
  readonly wsViaProxy: boolean;
  readonly exitCode: number;
  readonly error: readonly string[];
  readonly harnessError?: string;
}

/** The script that runs the real Codex binary against a stand-in for AWF's API proxy. */
const harness = sharedPath("codex-oracle/run-codex.sh");
const state = process.env.CODEX_ORACLE_STATE ?? join(homedir(), ".cache/codex-oracle");

export function isInstalled(version: string): boolean {
  return harness !== undefined && existsSync(join(state, "bin", version, "codex"));
}

/** What the harness sets where nobody says otherwise. */
const setByHarness = ["OPENAI_BASE_URL", "OPENAI_API_KEY"];

const run = promisify(execFile);
const outcomes = new Map<string, Promise<CodexOutcome>>();

/** Runs the real Codex with the configuration, the options and the variables of a call. */
export function runCodex(call: CodexCall, version: string): Promise<CodexOutcome> {
  const environment = Object.entries(call.env).filter(([name]) => decides(name));
  const key = JSON.stringify([version, call.config, readArguments(call.args), environment]);
  const known = outcomes.get(key);
  if (known) return known;
  const outcome = askOracle(call, version, environment);
  outcomes.set(key, outcome);
  return outcome;
}

/** The variables that may decide where Codex connects; its home is the harness's. */
function decides(name: string): boolean {
  return /^(?:OPENAI|CODEX)_/.test(name) && name !== "CODEX_HOME";
}

async function askOracle(
  { config, args }: CodexCall,
  version: string,
  environment: readonly (readonly [name: string, value: string])[],
): Promise<CodexOutcome> {
  if (harness === undefined) throw new Error("There is no harness for Codex.");
  const folder = await mkdtemp(join(tmpdir(), "gh-aw-lint-e2e-"));
  const file = join(folder, "config.toml");
  if (config !== null) await writeFile(file, config);
  const { beforeExec, afterExec } = readArguments(args);
  const names = new Set(environment.map(([name]) => name));
  try {
    const { stdout } = await run(harness, [
      ...["--version", version, "--config", config === null ? "" : file],
      ...setByHarness.filter((name) => !names.has(name)).flatMap((name) => ["--unset", name]),
      ...environment.flatMap(([name, value]) => ["--env", `${name}=${value}`]),
      ...beforeExec.flatMap((word) => ["--global", word]),
      ...["--", ...afterExec],
    ]);
    return readVerdict(JSON.parse(stdout) as Verdict);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function readVerdict(verdict: Verdict): CodexOutcome {
  if (verdict.harnessError !== undefined) throw new Error(verdict.harnessError);
  return { outcome: outcomeOf(verdict), error: verdict.error.join("\n") };
}

function outcomeOf(verdict: Verdict): Outcome {
  if (verdict.directWebSocketAttempt || verdict.directRestAttempt) return "direct";
  if (!verdict.restViaProxy || verdict.exitCode !== 0) return "refused";
  return verdict.wsViaProxy ? "websocket" : "proxied";
}
