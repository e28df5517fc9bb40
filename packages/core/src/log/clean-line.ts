/** A line of a log without additions of GitHub and terminals. */
export interface LogLine {
  readonly text: string;
  /** The job, if the line starts with it, as in `gh run view --log`. */
  readonly job: string | undefined;
}

/** `gh run view --log` writes job, step and message, separated by tabs. */
const columns = /^([^\t]{1,200})\t[^\t]{0,200}\t/;
const timestamp = /^\uFEFF?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z /;
// Colors and cursor movements (ECMA-48).
// eslint-disable-next-line no-control-regex
const controlSequence = /\u001B\[[\d;?]{0,20}[A-Za-z]/g;

/** Whether a line starts with a timestamp, at its start or after GitHub's columns. */
export function isTimed(line: string): boolean {
  return timestamp.test(line.replace(columns, ""));
}

/** Removes GitHub's columns, timestamps and commands such as `##[error]`, and a terminal's colors. */
export function cleanLine(line: string): LogLine {
  const [prefix = "", job] = columns.exec(line) ?? [];
  const text = line
    .slice(prefix.length)
    .replace(timestamp, "")
    .replace(controlSequence, "")
    .replace(/^##\[\w{1,20}\]/, "")
    .trim();
  return { text, job };
}
