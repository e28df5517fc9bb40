import { baseName, resolvePath, SUCCESS, type CommandCall, type CommandResult } from "../shell/index.js";

/** What the script copies unless it is told otherwise. */
const DETECTION_FOLDER = "/tmp/gh-aw/threat-detection";
const STAGED_FOLDER = "${RUNNER_TEMP}/gh-aw/threat-detection";

/**
 * `stage_threat_detection_arc_dind.sh stage`: on runners whose Docker daemon is on another machine (ARC with
 * DinD), gh-aw v0.87 and later copies the folder of external threat detection, with Codex's home in it, to
 * where AWF's container sees it.
 */
export function stageThreatDetection(call: CommandCall): CommandResult | undefined {
  const script = call.words.findIndex(
    ({ value }) => baseName(value) === "stage_threat_detection_arc_dind.sh",
  );
  if (script === -1) return undefined;
  const [mode, folder] = call.words.slice(script + 1);
  if (mode?.value !== "stage") return SUCCESS;
  const { directory, files } = call.state;
  const source = resolvePath(folder?.value ?? DETECTION_FOLDER, directory);
  for (const [path, content] of [...files]) {
    if (path.startsWith(`${source}/`)) files.set(STAGED_FOLDER + path.slice(source.length), content);
  }
  return SUCCESS;
}
