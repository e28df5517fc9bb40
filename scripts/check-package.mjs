// What users get: packs the packages, inspects the tarballs, and uses them in empty projects.
import "./setup.mjs";
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { followReadme } from "./check-package/follow-readme.mjs";
import { useCommand } from "./check-package/use-command.mjs";
import { run, runs } from "./run.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const packages = ["packages/core", "packages/eslint-plugin-gh-aw", "packages/gh-aw-lint"];
/** `ESLINT=9 npm run check-package` uses them with that one only. */
const eslints = process.env.ESLINT === undefined ? ["^10.0.0", "9.38.0"] : [process.env.ESLINT];
const broken = readFileSync(join(root, "examples/missing-provider.lock.yml"), "utf8");
const lockFile = ".github/workflows/broken.lock.yml";
// The configuration that README gives to users.
const readme = readFileSync(join(root, "README.md"), "utf8");
const [, config] = /^```js\n([^]*?)^```$/m.exec(readme) ?? [];
assert(config);
const tsconfig = {
  compilerOptions: { module: "NodeNext", target: "ES2023", strict: true, noEmit: true, types: [] },
  files: ["eslint.config.ts"],
};

const folder = mkdtempSync(join(tmpdir(), "gh-aw-lint-package-"));
try {
  const tarballs = pack();
  inspect(tarballs);
  for (const eslint of eslints) useWith(eslint, tarballs.slice(0, 2));
  useCommand(mkdtempSync(join(folder, "project-")), tarballs, broken);
  followReadme(mkdtempSync(join(folder, "project-")), tarballs, { readme, broken });
} finally {
  rmSync(folder, { recursive: true });
}
console.log("The packages are in order.");

/** @returns {string[]} the tarballs' paths */
function pack() {
  for (const path of packages) rmSync(join(root, path, "dist"), { recursive: true, force: true });
  run(process.execPath, ["scripts/build.mjs"], { cwd: root });
  return packages.map((path) => {
    const packed = run("npx", ["-y", packageManager, "pack", "--json", "--pack-destination", folder], {
      cwd: join(root, path),
    });
    const { filename, files } = JSON.parse(packed);
    const paths = files.map((/** @type {{ path: string }} */ file) => file.path);
    assert.deepEqual(
      paths.filter(
        (/** @type {string} */ file) =>
          !/^(bin\/.*\.js|dist\/(bundle\.(js|d\.ts)|third-party-licenses\.txt)|docs\/.*\.md|[\w.]+)$/.test(
            file,
          ),
      ),
      [],
    );
    for (const file of ["LICENSE", "README.md", "dist/bundle.js", "dist/bundle.d.ts"])
      assert(paths.includes(file), file);
    const tarball = join(folder, basename(filename));
    console.log(
      `${basename(tarball)}: ${(statSync(tarball).size / 1024).toFixed(1)} kB, ${files.length} files`,
    );
    return tarball;
  });
}

/** @param {readonly string[]} tarballs */
function inspect(tarballs) {
  for (const tarball of tarballs) {
    run("npx", ["publint", "run", tarball, "--strict"], { cwd: root });
    run("npx", ["attw", tarball, "--profile", "esm-only"], { cwd: root });
    console.log(`${basename(tarball)}: publint and attw find nothing.`);
  }
}

/**
 * @param {string} eslint the range of ESLint's version
 * @param {readonly string[]} tarballs
 */
function useWith(eslint, tarballs) {
  const project = mkdtempSync(join(folder, "project-"));
  mkdirSync(join(project, ".github/workflows"), { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const extension of ["js", "ts"])
    writeFileSync(join(project, `eslint.config.${extension}`), String(config));
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(tsconfig));
  writeFileSync(join(project, lockFile), broken);
  const options = { cwd: project };

  run("npm", ["install", "--no-audit", "--no-fund", `eslint@${eslint}`, ...tarballs], options);
  const version = run("npx", ["eslint", "--version"], options).trim();
  for (const name of ["@gh-aw-lint/core", "eslint-plugin-gh-aw"]) {
    const manifest = readFileSync(join(project, "node_modules", name, "package.json"), "utf8");
    assert.doesNotMatch(
      manifest,
      /gh-aw-lint-source|workspace:/,
      "What serves development only is published.",
    );
  }

  const report = runs("npx", ["eslint", "."], options);
  assert.equal(report.status, 1, report.output);
  assert.match(report.output, /gh-aw\/codex-websocket-401/);

  run("npx", ["eslint", "--fix", "."], options);
  const mended = readFileSync(join(project, lockFile), "utf8");
  assert.match(mended, /<< GH_AW_CODEX_SHELL_POLICY_\w+\n +model_provider = "openai-proxy"\n/);
  run("npx", ["eslint", "."], options);
  assert.equal(readFileSync(join(project, lockFile), "utf8"), mended);

  const required = run(
    process.execPath,
    ["-p", `require("eslint-plugin-gh-aw").default.meta.namespace`],
    options,
  );
  assert.equal(required.trim(), "gh-aw");

  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "."], options);
  console.log(`ESLint ${version}: reports, mends, is silent afterwards; \`require\` and types work.`);
}
