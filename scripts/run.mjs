import { spawnSync } from "node:child_process";

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {{ status: number | null, output: string }} what it wrote to either stream
 */
export function runs(program, args, { cwd }) {
  const { status, stdout, stderr, error } = spawn(program, args, cwd);
  return { status, output: error ? error.message : stdout + stderr };
}

/**
 * Runs a program that must succeed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {string} what it wrote to its standard output
 */
export function run(program, args, { cwd }) {
  const { status, stdout, stderr, error } = spawn(program, args, cwd);
  if (status === 0) return stdout;
  const output = error ? error.message : stdout + stderr;
  throw new Error(`\`${program} ${args.join(" ")}\` ended with ${String(status)}:\n${output}`);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function spawn(program, args, cwd) {
  // On Windows `npx` and `npm` are scripts, which only a shell can run.
  const shell = process.platform === "win32" && program !== process.execPath;
  return spawnSync(program, args, { cwd, encoding: "utf8", shell });
}
