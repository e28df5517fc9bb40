import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { JobStep } from "../job-steps.js";
import { fillRoot } from "./root-folder.js";

/** A call of Codex, as the stand-in for it noted it. */
export interface CodexCall {
  /** The place in its job of the step that made the call, from 0. */
  readonly step: number;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** The text of `$CODEX_HOME/config.toml`; `null` if there is none. */
  readonly config: string | null;
}

export interface StepResult {
  /** The step's place in its job, from 0. */
  readonly index: number;
  /** `null` if it was stopped. */
  readonly status: number | null;
  readonly output: string;
}

export interface JobResult {
  readonly calls: readonly CodexCall[];
  readonly steps: readonly StepResult[];
}

const run = promisify(execFile);
const enter = fileURLToPath(new URL("enter.sh", import.meta.url));
const namespaces = ["--mount", "--net", "--pid", "--fork", "--kill-child"];

/** The options of `unshare` that make the sandbox's namespaces: root needs no user namespace. */
export const unshareOptions: readonly string[] =
  process.getuid?.() === 0 ? namespaces : ["--user", "--map-root-user", ...namespaces];

/** Runs a job's steps in a sandbox, where a failing step does not stop the next ones. */
export async function runJob(steps: readonly JobStep[], awfVersion: string | undefined): Promise<JobResult> {
  const root = await mkdtemp(join(tmpdir(), "gh-aw-lint-e2e-"));
  try {
    await fillRoot(root, steps, awfVersion);
    await run("unshare", [...unshareOptions, "bash", enter, root, process.execPath], { timeout: 300_000 });
    const calls = (await readdir(join(root, "e2e/calls"))).sort();
    return {
      calls: await Promise.all(calls.map((file) => readJson<CodexCall>(join(root, "e2e/calls", file)))),
      steps: await readJson<readonly StepResult[]>(join(root, "e2e/results.json")),
    };
  } finally {
    // The namespace is gone, and with it all that was mounted here.
    await rm(root, { recursive: true, force: true });
  }
}

async function readJson<Value>(path: string): Promise<Value> {
  return JSON.parse(await readFile(path, "utf8")) as Value;
}
