import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { dts } from "rolldown-plugin-dts";
import { billOfMaterials, licensesOf, packagesOf } from "./bundled-packages.mjs";

/**
 * Builds one module, its source map and one declaration file for each entry of a package. The package's dependencies stay
 * external, so that users can update them. All other imports are bundled, with the licenses and a CycloneDX
 * list.
 *
 * @param {string} name the package's folder
 * @param {{ platform: "node" | "neutral", entries?: readonly string[] }} options `neutral` for code that also runs in
 *   browsers; the entries in addition to `index`, which becomes `bundle`
 */
export async function bundlePackage(name, { platform, entries = [] }) {
  const folder = fileURLToPath(new URL(`../packages/${name}/`, import.meta.url));
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const { dependencies = {}, peerDependencies = {} } = manifest;
  const own = Object.keys({ ...dependencies, ...peerDependencies });
  /** @type {import("rolldown").BuildOptions} */
  const common = {
    cwd: folder,
    write: false,
    external: (id) => own.some((dependency) => id === dependency || id.startsWith(`${dependency}/`)),
    platform,
    onLog(level, { message }) {
      if (level === "warn") throw new Error(message);
    },
  };
  /**
   * @param {(entry: string) => string} file
   * @returns {Record<string, string>}
   */
  const inputs = (file) => ({
    bundle: file("index"),
    // Avoids the names of the compiler's own declaration files.
    ...Object.fromEntries(entries.map((entry) => [`${entry}-bundle`, file(entry)])),
  });
  const { output } = await build({
    ...common,
    input: inputs((entry) => `src/${entry}.ts`),
    resolve: {
      conditionNames: ["gh-aw-lint-source", "import", "default"],
      extensionAlias: { ".js": [".ts", ".js"] },
      mainFields: ["module", "main"],
    },
    output: { dir: "dist", sourcemap: true, chunkFileNames: "[name].js" },
  });
  const declarations = await build({
    ...common,
    input: inputs((entry) => `dist/${entry}.d.ts`),
    plugins: [dts({ dtsInput: true, emitDtsOnly: true })],
    output: { dir: "dist", chunkFileNames: "[name].d.ts" },
  });
  for (const file of [...output, ...declarations.output])
    replaceFile(join(folder, "dist", file.fileName), file.type === "chunk" ? file.code : file.source);
  const bundled = packagesOf(output.flatMap((file) => (file.type === "chunk" ? file.moduleIds : [])));
  if (bundled.length === 0) return;
  replaceFile(join(folder, "dist/third-party-licenses.txt"), licensesOf(bundled));
  replaceFile(join(folder, "dist/sbom.cdx.json"), billOfMaterials(manifest, bundled));
}

/**
 * Writes a file unless it has that content. Another process that reads it, such as a test, finds the old file or the new
 * one, never a part.
 *
 * @param {string} path
 * @param {string | Uint8Array} content
 */
function replaceFile(path, content) {
  const bytes = Buffer.from(content);
  if (existsSync(path) && readFileSync(path).equals(bytes)) return;
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, bytes);
  renameSync(part, path);
}
