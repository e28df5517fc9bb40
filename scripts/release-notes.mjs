// node scripts/release-notes.mjs v0.1.0: prints the section of CHANGELOG.md for a release.
import { readFileSync } from "node:fs";

const version = process.argv[2]?.replace(/^v/, "");
const changelog = readFileSync(new URL("../CHANGELOG.md", import.meta.url), "utf8");
const [, ...sections] = changelog.split(/^## /m);
const section = sections.find((text) => text.startsWith(`[${String(version)}]`));
const notes = section?.slice(section.indexOf("\n")).trim();
if (notes === undefined || notes === "") {
  console.error(`CHANGELOG.md says nothing about ${String(version)}.`);
  process.exit(1);
}
console.log(notes);
