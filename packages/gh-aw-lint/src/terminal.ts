/** An output stream. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Where the command runs, and where it writes. */
export interface Terminal {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Stops `--watch`; without it, only the end of the process does. */
  readonly signal?: AbortSignal;
  readonly stdout: Output;
  readonly stderr: Output;
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Whether standard output is colored. */
export function wantsColor({ stdout, env }: Terminal): boolean {
  const { FORCE_COLOR: force, NO_COLOR: never } = env;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return !never && stdout.isTTY === true;
}
