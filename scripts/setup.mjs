// Installs the dependencies if they are missing or do not match pnpm-lock.yaml. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = new URL("../", import.meta.url);
const installedFor = new URL("node_modules/.gh-aw-lint-setup", root);
const wanted = createHash("sha256")
  .update(readFileSync(new URL("pnpm-lock.yaml", root)))
  .digest("hex");

if (!existsSync(installedFor) || readFileSync(installedFor, "utf8") !== wanted) install();

function install() {
  const { packageManager } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  console.error("Installing dependencies ...");
  const { status, error, stdout } = spawnSync(
    "npx",
    // Without a terminal, pnpm would refuse to replace a `node_modules` that another program has installed.
    ["-y", packageManager, "install", "--frozen-lockfile", "--config.confirmModulesPurge=false"],
    // On Windows `npx` is a script, which only a shell can run.
    {
      cwd: fileURLToPath(root),
      encoding: "utf8",
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  if (status !== 0) {
    console.error(error?.message ?? stdout);
    console.error("Installing dependencies failed.");
    process.exit(1);
  }
  writeFileSync(installedFor, wanted);
}
