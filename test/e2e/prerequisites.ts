import { spawnSync } from "node:child_process";
import { isInstalled } from "./oracle.js";
import { LATER, pinOf } from "./pin.js";
import { unshareOptions } from "./sandbox/run-job.js";

/** What this machine lacks to run the real Codex in a sandbox; `undefined` if nothing. */
export function whatIsMissing(): string | undefined {
  const { status } = spawnSync("unshare", [...unshareOptions, "true"], { stdio: "ignore" });
  if (status !== 0) return "namespaces (Linux, as root or with user namespaces)";
  const missing = [pinOf(undefined).version, ...LATER].filter((version) => !isInstalled(version));
  return missing.length > 0 ? `Codex ${missing.join(" and ")}` : undefined;
}
