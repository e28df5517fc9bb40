import { fileURLToPath } from "node:url";
import { findLockFiles, UsageError } from "./lock-files.mjs";
import { lintLockFile } from "./lint.mjs";
import { describeFile, summarize } from "./output.mjs";

const usage = `Usage: npm run demo [-- files or folders]

Lints GitHub Agentic Workflow lock files (default: examples/), prints ESLint's findings and the fix as a diff.
Folders are searched for *.lock.yml files. Nothing is written.`;

const examples = fileURLToPath(new URL("../../examples", import.meta.url));

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code: 0 if it ran, whatever it found; 2 if the arguments are wrong
 */
export async function demo(args) {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(usage);
    return 0;
  }
  try {
    const option = args.find((arg) => arg.startsWith("-"));
    if (option !== undefined) throw new UsageError(`There is no option \`${option}\`.`);
    const results = [];
    for (const file of await findLockFiles(args.length > 0 ? args : [examples])) {
      const result = await lintLockFile(file);
      results.push(result);
      process.stdout.write(await describeFile(result));
    }
    console.log(summarize(results));
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${usage}`);
    return 2;
  }
}
