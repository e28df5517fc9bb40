import { fileURLToPath } from "node:url";
import { runnerTemp, type Sandbox } from "../sandbox/index.js";
import { standInScript } from "./stand-ins/index.js";

const actions = fileURLToPath(new URL("gh-aw-actions", import.meta.url));

/** Where gh-aw puts its scripts: older compilers to the first, newer ones to the second. */
const actionFolders: readonly string[] = ["/opt/gh-aw/actions", `${runnerTemp}/gh-aw/actions`];

/** What gh-aw's first steps make (`create_gh_aw_tmp_dir.sh`), as files in these folders. */
const prepared: Readonly<Record<string, string>> = {
  "/tmp/gh-aw/agent/.keep": "",
  "/tmp/gh-aw/aw-prompts/prompt.txt": "say hi",
  "/tmp/gh-aw/sandbox/agent/logs/.keep": "",
  "/tmp/gh-aw/threat-detection/.keep": "",
};

/**
 * Puts gh-aw's scripts into a sandbox whose workflow uses them: our own where they touch Codex, and empty ones for the
 * others. Steps with gh-aw's actions are not run, so what they prepare is there, too.
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
  // Steps that take the detector out of a container image run it from there.
  const detector = `${runnerTemp}/gh-aw/threat-detect-bin/threat-detect`;
  await sandbox.addText(detector, standInScript("threat-detect"), 0o755);
}
