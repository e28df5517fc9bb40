// node scripts/use-packed.mjs FOLDER: uses packed packages in empty projects, as users would, with the current Node. Needs no
// dependencies of this repository. ESLINT=9 uses only that version of ESLint.
import { readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { usePacked } from "./check-package/use-packed.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: node scripts/use-packed.mjs FOLDER");
  process.exit(2);
}
const files = readdirSync(folder);
const tarballs = [/^gh-aw-lint-core-/, /^eslint-plugin-gh-aw-/, /^gh-aw-lint-\d/].map((name) => {
  const found = files.find((file) => name.test(file) && file.endsWith(".tgz"));
  if (found === undefined) throw new Error(`${folder} has no ${name.source}*.tgz.`);
  return join(resolve(folder), found);
});
usePacked(tarballs);
