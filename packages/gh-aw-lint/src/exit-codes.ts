/** The command's exit codes; with `--watch` that of the last run. */
export type ExitCode = typeof SUCCESS | typeof FINDINGS | typeof FAILURE;

/** No errors, and no more warnings than `--max-warnings` allows. */
export const SUCCESS = 0;

/** Errors or too many warnings; for `--diff` changes, too; for `--explain-run` and `--explain-log`: nothing to explain. */
export const FINDINGS = 1;

/** A usage error, or a file that could not be read or written. */
export const FAILURE = 2;
