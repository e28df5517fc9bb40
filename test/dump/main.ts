// npm run dump -- FILE...: prints the result of each stage for a file.
import { readFileSync } from "node:fs";
import { dump } from "./dump.js";

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("Usage: npm run dump -- FILE...");
  process.exitCode = 2;
}
for (const file of files) console.log(`${file}\n\n${dump(readFileSync(file, "utf8"))}`);
