// npm run new-rule NAME: creates a rule, its page and its test, and adds it to the lists. You implement what it reports.
import "./setup.mjs";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { newRule } = await import("./new-rule/new-rule.mjs");

const [name = "", folder = fileURLToPath(new URL("..", import.meta.url))] = process.argv.slice(2);
if (!existsSync(folder)) throw new Error(`${folder} does not exist.`);
try {
  for (const path of newRule(folder, name)) console.log(path);
  console.log(
    "\nNext: implement what the rule reports, complete its page, then run `npm run docs` and `npm test`.",
  );
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
