// npm run pictures: draws the pictures of README from what the packages really print.
import "./setup.mjs";
import "./build.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const { drawTerminal } = await import("./pictures/terminal.mjs");

const folder = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}terminal.svg`, drawTerminal());
