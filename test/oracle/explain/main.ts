// npm run oracle -- WORKFLOW...: runs workflows in a sandbox with the real Codex. For each Codex run, prints its input, its
// outcome, and the linter's explanation. The repository's files come from `NAME.repository/` next to the workflow `NAME.yml`.
// Options: --event NAME, --input NAME=VALUE, --json.
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { whyCodexIsImpossible } from "../codex/prerequisites.js";
import { closeSandboxes, runWorkflow } from "../run-workflow/index.js";
import { linterWords } from "./linter-words.js";
import { report } from "./report.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    event: { type: "string" },
    input: { type: "string", multiple: true, default: [] },
    json: { type: "boolean", default: false },
  },
});
if (positionals.length === 0)
  fail("Usage: npm run oracle -- [--event NAME] [--input NAME=VALUE]... [--json] WORKFLOW...");
const impossible = whyCodexIsImpossible();
if (impossible !== undefined) fail(impossible);

const inputs = Object.fromEntries(
  values.input.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
);
let failures = 0;
for (const file of positionals) {
  try {
    const text = readFileSync(file, "utf8");
    const repository = repositoryOf(file);
    const record = await runWorkflow(text, {
      codex: "real",
      inputs,
      ...(values.event !== undefined && { event: values.event }),
      ...(repository !== undefined && { repository }),
    });
    const words = linterWords(text, record);
    console.log(
      values.json ? JSON.stringify({ file, ...record, linter: words }) : report(file, record, words),
    );
  } catch (error) {
    failures++;
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
await closeSandboxes();
process.exitCode = failures > 0 ? 1 : 0;

/** The checkout is the folder `repo` in `NAME.repository`, if it exists; other folders next to `repo` are not checked out. */
function repositoryOf(file: string): string | undefined {
  const folder = file.replace(/(?:\.lock)?\.ya?ml$/, ".repository");
  return [`${folder}/repo`, folder].find((path) => path !== file && existsSync(path));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
