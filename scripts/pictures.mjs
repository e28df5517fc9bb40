// npm run pictures: draws the documentation's pictures from the packages' real output. It needs Chromium, or
// CHROMIUM_PATH.
import "./setup.mjs";
import "./build.mjs";
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const { drawTerminal } = await import("./pictures/terminal.mjs");
const { drawEditor } = await import("./pictures/editor.mjs");

const root = fileURLToPath(new URL("../", import.meta.url));
const folder = `${root}docs/pictures/`;
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}terminal.svg`, drawTerminal());
run("npm", ["run", "playground:build"], { cwd: root });
writeFileSync(`${folder}editor.png`, await drawEditor());
