import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runs } from "../run.mjs";

const lockFile = ".github/workflows/broken.lock.yml";

/**
 * Follows the README step by step, from `npm init` to a fixed lock file, and prints each step.
 *
 * @param {string} project an empty folder
 * @param {readonly string[]} tarballs in place of the packages in the registry
 * @param {{ readme: string, broken: string }} files the README, and a lock file with a finding
 */
export function followReadme(project, tarballs, { readme, broken }) {
  mkdirSync(join(project, ".github/workflows"), { recursive: true });
  const options = { cwd: project };
  run("npm", ["init", "-y"], options);
  // `npx gh-aw-lint` would fetch it.
  run("npm", ["install", "--no-audit", "--no-fund", "--no-save", ...tarballs], options);

  const [instructions = ""] = readme.split(/^## Options$/m);
  for (const [, language, block = ""] of instructions.matchAll(/^```(sh|js)\n([^]*?)^```$/gm)) {
    if (language === "js") {
      const [, name] = /^\/\/ (\S+)\n/.exec(block) ?? [];
      assert(name, "The configuration says which file it is.");
      writeFileSync(join(project, name), block);
      continue;
    }
    for (const command of block.trim().split("\n")) follow(command);
  }

  /** @param {string} command a line of the README */
  function follow(command) {
    const [program = "", ...args] = command.split(" ");
    if (program === "npm") {
      run(program, [...args, "--no-audit", "--no-fund", ...tarballs], options);
      return;
    }
    const fixes = args.includes("--fix");
    if (!fixes) writeFileSync(join(project, lockFile), broken);
    const { status, output } = runs(program, args, options);
    console.log(`$ ${command}\n${output.trim()}`);
    assert.equal(status, fixes ? 0 : 1, `${command}\n${output}`);
    if (!fixes) assert.match(output, /gh-aw\/codex-websocket-401/);
    const isFixed = readFileSync(join(project, lockFile), "utf8").includes('model_provider = "openai-proxy"');
    assert.equal(isFixed, fixes);
  }
}
