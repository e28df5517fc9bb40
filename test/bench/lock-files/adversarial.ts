import { lockFile } from "../../support/lock-file.js";
import { broken } from "./codex-file.js";

/** A kind of text that is expensive to judge for its size, in a job that runs Codex. */
export interface Shape {
  readonly name: string;
  /** The number of repetitions in the full text. */
  readonly count: number;
  readonly write: (count: number) => string;
}

const megabyte = 1_000_000;
const config = `"/tmp/gh-aw/mcp-config/config.toml"`;

/** The kinds of texts that the benchmark judges. */
export const shapes: readonly Shape[] = [
  { name: "backslashes, 1 MB", count: megabyte, write: (count) => inScript("\\".repeat(count)) },
  { name: "double quotes, 1 MB", count: megabyte, write: (count) => inScript('"'.repeat(count)) },
  { name: "single quotes, 1 MB", count: megabyte, write: (count) => inScript("'".repeat(count)) },
  { name: "`<<`, 1 MB", count: megabyte / 2, write: (count) => inScript("<<".repeat(count)) },
  { name: "`[`, 1 MB", count: megabyte, write: (count) => inScript("[".repeat(count)) },
  { name: "spaces, 1 MB", count: megabyte, write: (count) => inScript(`echo a${" ".repeat(count)}b`) },
  {
    name: "100,000 here-documents, each a file of its own",
    count: 100_000,
    write: (count) => inScript(repeat(count, (n) => `cat > /tmp/${n} << E\n${n}\nE\n`)),
  },
  {
    name: "100,000 here-documents, appended to Codex's file",
    count: 100_000,
    write: (count) => inScript(repeat(count, (n) => `cat >> ${config} << E\n# ${n}\nE\n`)),
  },
  {
    name: "a here-document of 100,000 lines, any file",
    count: 100_000,
    write: (count) => inScript(`cat > /tmp/a << E\n${repeat(count, (n) => `key_${n} = "value"\n`)}E\n`),
  },
  {
    name: "a here-document of 100,000 lines, Codex's file",
    count: 100_000,
    write: (count) =>
      inScript(`cat >> ${config} << E\n[a]\n${repeat(count, (n) => `key_${n} = "value"\n`)}E\n`),
  },
  { name: "10,000 nested flow brackets", count: 10_000, write: inFlow },
];

/** Puts a script into a step before the one that starts Codex. */
function inScript(script: string): string {
  const text = lockFile({ compiler: broken });
  const execute = text.indexOf("      - name: Execute Codex CLI\n");
  const lines = script.trimEnd().replaceAll(/^(?=.)/gm, "          ");
  return `${text.slice(0, execute)}      - name: Prepare\n        run: |\n${lines}\n${text.slice(execute)}`;
}

function inFlow(depth: number): string {
  const steps = "    steps:\n";
  return lockFile({ compiler: broken }).replace(
    steps,
    `    strategy: { matrix: { a: ${"[".repeat(depth)}${"]".repeat(depth)} } }\n${steps}`,
  );
}

function repeat(count: number, part: (number: number) => string): string {
  return Array.from({ length: count }, (_, index) => part(index)).join("");
}
