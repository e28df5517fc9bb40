// npm run pack -- FOLDER: creates the tarballs to publish.
import { resolve } from "node:path";
import "./setup.mjs";
import { packInto } from "./check-package/pack.mjs";

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error("Usage: npm run pack -- FOLDER");
  process.exit(2);
}
packInto(resolve(folder));
