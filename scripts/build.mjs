// Compiles the packages, incrementally, and bundles each into one file: a cold process would take as long to find and open
// some three hundred modules as to lint a lock file.
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
const { bundlePackage } = await import("./bundle-package.mjs");
await bundlePackage("core", { platform: "neutral" });
await bundlePackage("eslint-plugin-gh-aw", { platform: "neutral", entries: ["core"] });
await bundlePackage("gh-aw-lint", { platform: "node" });
