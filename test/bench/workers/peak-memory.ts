// node peak-memory.js file: the most memory, in bytes, that a process had in which the file was read once.
import { diagnose } from "@gh-aw-lint/core";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [, , path = "", role] = process.argv;
if (role === "inner") {
  diagnose(readFileSync(path, "utf8"));
  console.log(process.resourceUsage().maxRSS * 1024);
} else {
  // On Linux a process starts with its parent's peak: the benchmark's own is larger than what is to be measured.
  const args = [fileURLToPath(import.meta.url), path, "inner"];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
