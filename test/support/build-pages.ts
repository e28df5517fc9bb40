import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const playground = new URL("../../packages/playground/build/vite.config.ts", import.meta.url);
const site = fileURLToPath(new URL("../../packages/site/", import.meta.url));

/** Builds the playground and the site that contains it, once. */
export async function setup(): Promise<void> {
  await build({ configFile: fileURLToPath(playground), logLevel: "warn" });
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["node_modules/vitepress/bin/vitepress.js", "build"],
    { cwd: site, encoding: "utf8" },
  );
  if (status !== 0) throw new Error(`The site cannot be built.\n${stdout}\n${stderr}`);
}
