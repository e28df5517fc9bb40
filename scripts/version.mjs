// npm run version-packages: sets the next version of all packages according to the changesets, and updates the version everywhere else.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const workflows = readdirSync(join(root, "examples/workflows")).map((file) => `examples/workflows/${file}`);

const before = version();
run("npx", ["changeset", "version"], { cwd: root });
const after = version();

if (after === before) {
  console.log(`No changeset asks for a release: ${before} stays.`);
} else {
  for (const path of ["README.md", "docs/ci.md", ".pre-commit-hooks.yaml", ...workflows])
    rewrite(path, (text) =>
      text.replaceAll(
        new RegExp(String.raw`(gh-aw-lint@v?|rev: v)${before.replaceAll(".", String.raw`\.`)}\b`, "g"),
        `$1${after}`,
      ),
    );
  rewrite("packages/eslint-plugin-gh-aw/src/meta.ts", (text) =>
    text.replace(`version: "${before}"`, `version: "${after}"`),
  );
  const today = new Date().toISOString().slice(0, 10);
  rewrite("CHANGELOG.md", (text) =>
    text.replace("## [Unreleased]\n", `## [Unreleased]\n\n## [${after}] - ${today}\n`),
  );
  console.log(`${before} becomes ${after}. Look at what has changed, commit it, and tag it v${after}.`);
}

/** @returns {string} the version of all packages */
function version() {
  return String(JSON.parse(readFileSync(join(root, "packages/gh-aw-lint/package.json"), "utf8")).version);
}

/**
 * @param {string} path
 * @param {(text: string) => string} change
 */
function rewrite(path, change) {
  const text = readFileSync(join(root, path), "utf8");
  const changed = change(text);
  // A person must decide what to do if the version is missing.
  if (changed === text) throw new Error(`${path} does not name ${before}.`);
  writeFileSync(join(root, path), changed);
}
