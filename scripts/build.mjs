// Compiles both packages; quick if nothing has changed since the last time.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [compiler, "-b", "packages/eslint-plugin-gh-aw"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(1);
