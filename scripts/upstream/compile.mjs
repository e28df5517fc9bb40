import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, runs } from "../run.mjs";

/**
 * @typedef {object} Compiled
 * @property {string} name the source's name
 * @property {string} output what the compiler printed
 * @property {string | undefined} lockFile the lock file's path; `undefined` if the compiler wrote none
 */

/**
 * @param {string} compiler the path of a gh-aw binary
 * @returns {string} the version that it prints
 */
export function compilerVersion(compiler) {
  const { status, output } = runs(compiler, ["version"], { cwd: process.cwd() });
  const [version] = /v?\d+\.\d+\.\d+\S*/.exec(output) ?? [];
  if (status !== 0 || version === undefined) throw new Error(`${compiler} is not gh-aw: ${output}`);
  return version;
}

/**
 * Compiles each source separately, so that a failing one does not hide the results of the others.
 *
 * @param {string} compiler the path of a gh-aw binary
 * @param {string} sources the folder of the sources
 * @param {readonly string[]} names the sources' names
 * @param {{ folder: string, awf: string | undefined }} options an empty folder, and AWF's version; `undefined`: gh-aw's default
 * @returns {Compiled[]}
 */
export function compileSources(compiler, sources, names, { folder, awf }) {
  const workflows = join(folder, ".github/workflows");
  mkdirSync(workflows, { recursive: true });
  run("git", ["init", "--quiet"], { cwd: folder });
  return names.map((name) => {
    const id = name.replace(/\.md$/, "");
    writeFileSync(join(workflows, name), withAwf(readFileSync(join(sources, name), "utf8"), awf));
    const { output } = runs(compiler, ["compile", "--no-check-update", id], { cwd: folder });
    const lockFile = join(workflows, `${id}.lock.yml`);
    return { name, output, lockFile: existsSync(lockFile) ? lockFile : undefined };
  });
}

/**
 * @param {string} source a workflow without sandbox settings
 * @param {string | undefined} awf
 * @returns {string} the workflow with this version of AWF
 */
export function withAwf(source, awf) {
  if (awf === undefined) return source;
  return source.replace(/^---\n([^]*?)^---$/m, `---\n$1sandbox:\n  agent:\n    version: ${awf}\n---`);
}
