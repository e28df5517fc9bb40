// node peak-memory.js file: the peak memory, in bytes, of a process that judges the file once.
import { diagnose } from "@gh-aw-lint/core";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [, , path = "", role] = process.argv;
if (role === "inner") {
  diagnose(readFileSync(path, "utf8"));
  console.log(process.resourceUsage().maxRSS * 1024);
} else {
  // On Linux, a process starts with the peak of its parent, here the benchmark, which is too high.
  const args = [fileURLToPath(import.meta.url), path, "inner"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
