/** A line of a log without what GitHub and a terminal put around it. */
export interface LogLine {
  readonly text: string;
  /** The job, where `gh run view --log` puts it in front. */
  readonly job: string | undefined;
}

/** `gh run view --log` writes job, step and message, with tabs between them. */
const columns = /^([^\t]{1,200})\t[^\t]{0,200}\t/;
const timestamp = /^\uFEFF?\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z /;
// Colors and cursor movements, as ECMA-48 has them.
// eslint-disable-next-line no-control-regex
const controlSequence = /\u001B\[[\d;?]{0,20}[A-Za-z]/g;

/** Whether a line tells at its start, or behind GitHub's columns, when it was printed. */
export function isTimed(line: string): boolean {
  return timestamp.test(line.replace(columns, ""));
}

/** Takes off GitHub's columns, its timestamp and its commands such as `##[error]`, and a terminal's colors. */
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
