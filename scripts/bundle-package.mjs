import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/**
 * Makes one module and one declaration file of what the compiler wrote to a package's `dist`. Dependencies of the
 * package stay what they are, packages that users can update; all else that it imports becomes part of it.
 *
 * @param {string} name the package's folder
 * @param {"node" | "neutral"} platform `neutral` for what runs in browsers, too
 */
export async function bundlePackage(name, platform) {
  const folder = fileURLToPath(new URL(`../packages/${name}/`, import.meta.url));
  const { dependencies = {}, peerDependencies = {} } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  /** @type {import("rolldown").BuildOptions} */
  const common = {
    cwd: folder,
    external: Object.keys({ ...dependencies, ...peerDependencies }),
    platform,
    resolve: { mainFields: ["module", "main"] },
    output: { dir: "dist" },
    onLog(level, { message }) {
      if (level === "warn") throw new Error(message);
    },
  };
  const { output } = await build({ ...common, input: { bundle: "dist/index.js" } });
  await build({
    ...common,
    input: { bundle: "dist/index.d.ts" },
    plugins: [dts({ dtsInput: true, emitDtsOnly: true })],
  });
  const licenses = licensesOf(output[0].moduleIds);
  if (licenses !== "") writeFileSync(join(folder, "dist/third-party-licenses.txt"), licenses);
}

/** @param {readonly string[]} modules the paths of a bundle's modules */
function licensesOf(modules) {
  const folders = modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []);
  return [...new Set(folders)].sort().map(licenseOf).join("\n\n---\n\n");
}

/** @param {string} folder a package's folder */
function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} comes without its license.`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}
