// Compiles the packages incrementally and bundles each into one file: finding and opening some three hundred modules would
// take a cold process as long as linting a lock file.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const compiler = fileURLToPath(new URL("../node_modules/typescript/bin/tsc", import.meta.url));
const { status } = spawnSync(process.execPath, [compiler, "-b", "packages/gh-aw-lint"], {
  cwd: root,
  stdio: "inherit",
});
if (status !== 0) process.exit(1);

// Imported here because a script that imports this file may first install the dependencies.
const { bundlePackage } = await import("./bundle-package.mjs");
await bundlePackage("core", { platform: "neutral" });
await bundlePackage("eslint-plugin-gh-aw", { platform: "neutral", entries: ["core"] });
await bundlePackage("gh-aw-lint", { platform: "node" });
