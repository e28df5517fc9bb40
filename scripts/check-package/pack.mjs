import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "../run.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
/** The published packages, each after those that it depends on. */
const packages = ["packages/core", "packages/eslint-plugin-gh-aw", "packages/gh-aw-lint"];
const published =
  /^(bin\/.*\.js|dist\/((bundle|core-bundle|lint)\.(js|js\.map|d\.ts)|sbom\.cdx\.json|third-party-licenses\.txt)|docs\/.*\.md|[\w.]+)$/;

/**
 * Packs the packages, which their `prepack` scripts rebuild, and inspects their contents.
 *
 * @param {string} folder for the tarballs; created if absent
 * @returns {string[]} the tarballs' paths, in the order in which to publish them
 */
export function packInto(folder) {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return packages.map((path) => {
    rmSync(join(root, path, "dist"), { recursive: true, force: true });
    const output = run("npx", ["-y", packageManager, "pack", "--json", "--pack-destination", folder], {
      cwd: join(root, path),
    });
    // pnpm prints the name of the script before it.
    const { filename, files } = JSON.parse(output.slice(output.search(/^\{$/m)));
    const paths = files.map((/** @type {{ path: string }} */ file) => file.path);
    assert.deepEqual(
      paths.filter((/** @type {string} */ file) => !published.test(file)),
      [],
    );
    for (const file of ["LICENSE", "README.md", "dist/bundle.js", "dist/bundle.d.ts"])
      assert(paths.includes(file), `${path} is packed without ${file}.`);
    const tarball = join(folder, basename(filename));
    const size = (statSync(tarball).size / 1024).toFixed(1);
    console.log(`${basename(tarball)}: ${size} kB, ${paths.length} files`);
    return tarball;
  });
}
