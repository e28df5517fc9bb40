import { spawnSync } from "node:child_process";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { run } from "gh-aw-lint";
import type { ProcessResult } from "./process-result.js";

const bin = fileURLToPath(new URL("../../packages/gh-aw-lint/bin/gh-aw-lint.js", import.meta.url));

/** Where the command runs. */
export interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  /** The terminal's width. */
  readonly columns?: number;
  /** Ends `--watch`. */
  readonly signal?: AbortSignal;
  /** Called with what is written. */
  readonly onWritten?: (text: string) => void;
  /** The text of standard input. */
  readonly stdin?: string;
  /** The user id of the process: not root, whom no permission stops. */
  readonly uid?: number;
}

/** Runs `gh-aw-lint ...args` in this process. */
export async function runCommand(
  args: readonly string[],
  { cwd, env = {}, isTTY = false, columns = 100, stdin = "", signal, onWritten }: Surroundings,
): Promise<ProcessResult> {
  const written = { stdout: "", stderr: "" };
  const output = (stream: keyof typeof written) => ({
    isTTY,
    columns,
    write: (text: string) => {
      written[stream] += text;
      onWritten?.(text);
    },
  });
  const input = Readable.from([Buffer.from(stdin)]);
  const status = await run(args, {
    cwd,
    env,
    ...(signal && { signal }),
    stdin: input,
    stdout: output("stdout"),
    stderr: output("stderr"),
  });
  return { status, ...written };
}

/** Runs the compiled command in a new process. */
export function spawnCommand(
  args: readonly string[],
  { cwd, env = {}, uid, stdin = "" }: Surroundings,
): ProcessResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, GITHUB_WORKSPACE: undefined, ...env },
    encoding: "utf8",
    input: stdin,
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  return { status, stdout, stderr };
}
