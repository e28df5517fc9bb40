/** The result of a process that has ended. */
export interface ProcessResult {
  /** The exit code; `null` if a signal ended the process. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
