// Compiles the packages, quickly if nothing has changed since the last time, and makes one file of each: a process
// that starts cold spends as long on opening a hundred small modules as on linting a lock file.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [compiler, "-b", "packages/gh-aw-lint"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(1);

// Not at the top: what imports this file may install the dependencies first.
const { build } = await import("rolldown");
for (const name of ["core", "eslint-plugin-gh-aw", "gh-aw-lint"]) {
  await build({
    cwd: fileURLToPath(new URL(`../packages/${name}/`, import.meta.url)),
    input: "dist/index.js",
    // Dependencies stay what they are: packages that users can update.
    external: /^[^./]/,
    platform: "node",
    output: { file: "dist/bundle.js" },
    logLevel: "warn",
  });
}
