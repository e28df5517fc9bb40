import { fileURLToPath } from "node:url";
import { runnerTemp, type Sandbox } from "../sandbox/index.js";
import { standInScript } from "./stand-ins/index.js";

const actions = fileURLToPath(new URL("gh-aw-actions", import.meta.url));

/** The folders of gh-aw's scripts: older compilers use the first, newer ones the second. */
const actionFolders: readonly string[] = ["/opt/gh-aw/actions", `${runnerTemp}/gh-aw/actions`];

/** The folders that gh-aw's first steps create (`create_gh_aw_tmp_dir.sh`). */
const prepared: Readonly<Record<string, string>> = {
  "/tmp/gh-aw/agent/.keep": "",
  "/tmp/gh-aw/aw-prompts/prompt.txt": "say hi",
  "/tmp/gh-aw/sandbox/agent/logs/.keep": "",
  "/tmp/gh-aw/threat-detection/.keep": "",
};

/**
 * Puts gh-aw's scripts into the sandbox of a workflow that uses them: stand-ins for scripts that concern Codex, and empty
 * files for all others. Steps with gh-aw's actions do not run, so this also creates what they prepare.
 */
export async function addGhAw(sandbox: Sandbox, workflow: string): Promise<void> {
  const names = new Set(
    [...workflow.matchAll(/gh-aw\/actions\/([\w.-]+\.(?:sh|cjs|mjs|js))/g)].map(([, name]) => name ?? ""),
  );
  if (names.size === 0) return;
  for (const [path, text] of Object.entries(prepared)) await sandbox.addText(path, text);
  for (const folder of actionFolders) {
    for (const name of names) await sandbox.addText(`${folder}/${name}`, "", 0o755);
    await sandbox.add(folder, actions);
    await sandbox.addText(`${folder}/install_awf_binary.sh`, standInScript("install_awf_binary.sh"), 0o755);
  }
  // Steps that copy the detector from a container image run it from this folder.
  const detector = `${runnerTemp}/gh-aw/threat-detect-bin/threat-detect`;
  await sandbox.addText(detector, standInScript("threat-detect"), 0o755);
}
