#!/usr/bin/env node
import * as module from "node:module";
import process from "node:process";

// Node 22 and later keep what they compile for the next time.
if ("enableCompileCache" in module && typeof module.enableCompileCache === "function")
  Reflect.apply(module.enableCompileCache, undefined, []);

process.stdout.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  // `gh-aw-lint | head` closes the pipe while there is more to write.
  if (error.code !== "EPIPE") throw error;
});

try {
  const { run } = await import("gh-aw-lint");
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await run(process.argv.slice(2), { stdin, stdout, stderr, env, cwd: process.cwd() });
} catch (error) {
  // Not 1: that means findings.
  process.exitCode = 2;
  console.error(error);
}
