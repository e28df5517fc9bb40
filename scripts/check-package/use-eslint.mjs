import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runs } from "../run.mjs";

const lockFile = ".github/workflows/broken.lock.yml";
const tsconfig = {
  compilerOptions: { module: "NodeNext", target: "ES2023", strict: true, noEmit: true, types: [] },
  files: ["eslint.config.ts"],
};

/**
 * Runs ESLint with the README's configuration.
 *
 * @param {string} project an empty folder
 * @param {string} eslint the range of ESLint's version
 * @param {readonly string[]} tarballs the plugin and what it depends on
 * @param {{ readme: string, broken: string, typescript: string }} files the README, a lock file with a finding, and the range
 *   of TypeScript's version
 */
export function useESLint(project, eslint, tarballs, { readme, broken, typescript }) {
  const [, config = ""] = /^```js\n([^]*?)^```$/m.exec(readme) ?? [];
  assert.notEqual(config, "", "README gives a configuration.");
  mkdirSync(join(project, ".github/workflows"), { recursive: true });
  writeFileSync(join(project, "package.json"), JSON.stringify({ private: true, type: "module" }));
  for (const extension of ["js", "ts"]) writeFileSync(join(project, `eslint.config.${extension}`), config);
  writeFileSync(join(project, "tsconfig.json"), JSON.stringify(tsconfig));
  writeFileSync(join(project, lockFile), broken);
  const options = { cwd: project };

  const packages = [`eslint@${eslint}`, `typescript@${typescript}`, ...tarballs];
  run("npm", ["install", "--no-audit", "--no-fund", ...packages], options);
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
  const fixed = readFileSync(join(project, lockFile), "utf8");
  assert.match(fixed, /<< GH_AW_CODEX_SHELL_POLICY_\w+\n +model_provider = "openai-proxy"\n/);
  run("npx", ["eslint", "."], options);
  assert.equal(readFileSync(join(project, lockFile), "utf8"), fixed);

  const required = run(
    process.execPath,
    ["-p", `require("eslint-plugin-gh-aw").default.meta.namespace`],
    options,
  );
  assert.equal(required.trim(), "gh-aw");

  const found = run(
    process.execPath,
    [
      "--input-type=module",
      "--eval",
      `import { lint } from "@gh-aw-lint/core"; console.log(lint(${JSON.stringify(broken)})[0].ruleId)`,
    ],
    options,
  );
  assert.equal(
    found.trim(),
    "codex-websocket-401",
    "Core works without the plugin, by its own dependencies.",
  );

  run("npx", ["tsc", "-p", "."], options);
  console.log(`ESLint ${version}: reports, fixes, is silent afterwards; \`require\` and types work.`);
}
