/** A step as the compiler writes it. */
export interface Step {
  readonly name: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Written as a `|` block if it has a line feed. */
  readonly run: string;
}

/** A workflow to write. */
export interface Workflow {
  /** The object of the `# gh-aw-metadata:` comment on line 1; `undefined`: no such comment. */
  readonly header?: Readonly<Record<string, unknown>> | undefined;
  readonly jobs: Readonly<Record<string, readonly Step[]>>;
}

/** Writes a workflow in the compiler's layout: two spaces per level, scripts of several lines as `|` blocks. */
export function workflow({ header, jobs }: Workflow): string {
  const lines = [
    ...(header ? [`# gh-aw-metadata: ${JSON.stringify(header)}`] : []),
    `name: "Test"`,
    `on:`,
    `  workflow_dispatch:`,
    `jobs:`,
    ...Object.entries(jobs).flatMap(([id, steps]) => [
      `  ${id}:`,
      `    runs-on: ubuntu-latest`,
      `    steps:`,
      ...steps.flatMap(stepLines).map((line) => (line === "" ? "" : `      ${line}`)),
    ]),
  ];
  return `${lines.join("\n")}\n`;
}

function stepLines({ name, env, run }: Step): string[] {
  const script = run.trimEnd().split("\n");
  return [
    `- name: ${name}`,
    ...(!run.includes("\n")
      ? [`  run: ${run}`]
      : [`  run: |`, ...script.map((line) => (line === "" ? "" : `    ${line}`))]),
    ...(env
      ? [`  env:`, ...Object.entries(env).map(([variable, value]) => `    ${variable}: ${scalar(value)}`)]
      : []),
  ];
}

function scalar(value: string): string {
  return /^[\w/$][^'"#]*$/.test(value) ? value : `'${value.replaceAll("'", "''")}'`;
}

/** The same file with an environment variable for all jobs. */
export function withVariable(text: string, name: string, value: string): string {
  return text.replace("\njobs:\n", () => `\nenv:\n  ${name}: ${scalar(value)}\njobs:\n`);
}

/** The same file with CRLF line ends, as in a checkout on Windows. */
export function withCrlf(text: string): string {
  return text.replaceAll("\n", "\r\n");
}

/** The character that some editors write at the start of a file. */
export const byteOrderMark = "\uFEFF";

/** The line and column, from 1, of the first occurrence of a string, or of its first occurrence after another string. */
export function positionOf(text: string, part: string, after = ""): Position {
  const offset = text.indexOf(part, text.indexOf(after));
  if (offset === -1) throw new Error(`The text does not contain ${JSON.stringify(part)}.`);
  const before = text.slice(0, offset).replace(byteOrderMark, "");
  return { line: before.split("\n").length, column: before.length - before.lastIndexOf("\n") };
}

/** A position in a file; both numbers count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
