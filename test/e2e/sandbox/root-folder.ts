import { chmod, copyFile, mkdir, readdir, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { fileURLToPath } from "node:url";
import type { JobStep } from "../job-steps.js";

/** Paths inside the sandbox, as on GitHub's runners. */
export const runnerTemp = "/home/runner/work/_temp";
export const workspace = "/home/runner/work/repository/repository";
const toolCache = "/opt/hostedtoolcache";
const detectorFolder = `${runnerTemp}/gh-aw/threat-detect-bin`;

const standIns = new URL("../stand-ins/", import.meta.url);

/** Programs of the runner that have nothing to do with Codex's configuration. */
const harmless = ["curl", "docker", "gh", "npm"];

/** What gh-aw's first steps make, before any that matters here (`create_gh_aw_tmp_dir.sh`). */
const folders = [
  ...["/e2e/bin", "/e2e/calls", "/e2e/local-bin", "/tmp/gh-aw/agent", "/tmp/gh-aw/sandbox/agent/logs"],
  ...["/tmp/gh-aw/aw-prompts", "/tmp/gh-aw/threat-detection", detectorFolder, workspace, toolCache],
  ...["/var/tmp", "/var/run", "/run", "/root"],
];

/** Where gh-aw puts its scripts: older compilers to the first, newer ones to the second. */
const actionFolders = ["/opt/gh-aw/actions", `${runnerTemp}/gh-aw/actions`];

/** Fills an empty folder, which is to be the root of the sandbox. */
export async function fillRoot(
  root: string,
  steps: readonly JobStep[],
  awfVersion: string | undefined,
): Promise<void> {
  for (const folder of folders) await mkdir(join(root, folder), { recursive: true });
  await writeFile(join(root, "tmp/gh-aw/aw-prompts/prompt.txt"), "say hi");
  await writeFile(join(root, "e2e/awf-version"), awfVersion ?? "");
  await writeFile(join(root, "e2e/job.json"), JSON.stringify({ environment: runnerEnvironment, steps }));
  await copyFile(new URL("runner.cjs", import.meta.url), join(root, "e2e/runner.cjs"));
  for (const file of await readdir(new URL("programs/", standIns))) {
    const { name } = parse(file);
    for (const program of name === "nothing" ? harmless : [name]) {
      await copyExecutable(`programs/${file}`, join(root, "e2e/bin", program));
    }
  }
  // Steps that take the detector out of a container image run it from there.
  await copyExecutable("programs/threat-detect.sh", join(root, detectorFolder, "threat-detect"));
  for (const folder of actionFolders) await fillActions(join(root, folder), steps);
}

/** gh-aw's scripts: our own where they touch Codex, and empty ones for all others that the steps name. */
async function fillActions(folder: string, steps: readonly JobStep[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const { script } of steps) {
    for (const [, name] of script.matchAll(/\/actions\/([\w.-]+\.(?:sh|cjs|mjs|js))/g)) {
      if (name !== undefined) await writeFile(join(folder, name), "", { mode: 0o755 });
    }
  }
  for (const file of await readdir(new URL("actions/", standIns))) {
    await copyExecutable(`actions/${file}`, join(folder, file));
  }
}

async function copyExecutable(source: string, target: string): Promise<void> {
  await copyFile(fileURLToPath(new URL(source, standIns)), target);
  await chmod(target, 0o755);
}

const runnerEnvironment: Readonly<Record<string, string>> = {
  PATH: "/e2e/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  ...{ HOME: "/home/runner", CI: "true", LANG: "C.UTF-8" },
  ...{ RUNNER_OS: "Linux", RUNNER_ARCH: "X64", RUNNER_TEMP: runnerTemp, RUNNER_TOOL_CACHE: toolCache },
  ...{ GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: workspace, GITHUB_REPOSITORY: "owner/repository" },
  ...{ GITHUB_SERVER_URL: "https://github.com", GITHUB_RUN_ID: "1", GITHUB_RUN_NUMBER: "1" },
  ...{ GITHUB_RUN_ATTEMPT: "1", GITHUB_ACTOR: "owner", GITHUB_REF: "refs/heads/main" },
};
