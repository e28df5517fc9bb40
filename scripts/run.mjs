import { spawnSync } from "node:child_process";

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {{ status: number | null, output: string }} its standard output and standard error
 */
export function runs(program, args, options) {
  const { status, stdout, stderr, error } = spawn(program, args, options);
  return { status, output: error ? error.message : stdout + stderr };
}

/**
 * Runs a program that must succeed.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string }} options
 * @returns {string} its standard output
 */
export function run(program, args, options) {
  const { status, stdout, stderr, error } = spawn(program, args, options);
  if (status === 0) return stdout;
  const output = error ? error.message : stdout + stderr;
  throw new Error(`\`${program} ${args.join(" ")}\` ended with ${String(status)}:\n${output}`);
}

/**
 * Runs a slow program, and forwards its standard error.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {{ status: number | null, output: string }} its standard output
 */
export function runsVisibly(program, args, options) {
  const { status, stdout, error } = spawn(program, args, options, "inherit");
  return { status, output: error ? error.message : stdout };
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @param {"pipe" | "inherit"} errors whether its standard error is captured or forwarded
 */
function spawn(program, args, { cwd, env }, errors = "pipe") {
  // On Windows `npx` and `npm` are scripts, which only a shell can run.
  const shell = process.platform === "win32" && program !== process.execPath;
  return spawnSync(program, args, {
    cwd,
    env,
    encoding: "utf8",
    shell,
    stdio: ["ignore", "pipe", errors],
    maxBuffer: 2 ** 28,
  });
}
