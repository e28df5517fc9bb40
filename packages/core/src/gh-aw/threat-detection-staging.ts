import { baseName, pathOfWord, SUCCESS, type CommandCall, type Program } from "../shell/index.js";

/** The folder that the script copies by default. */
const DETECTION_FOLDER = "/tmp/gh-aw/threat-detection";
/** In `$RUNNER_TEMP`. */
const STAGED_FOLDER = "/home/runner/work/_temp/gh-aw/threat-detection";

/**
 * `stage_threat_detection_arc_dind.sh stage`: on runners whose Docker daemon is on another machine (ARC with
 * DinD), gh-aw v0.87 and later copies the folder of external threat detection, including Codex's home, to
 * a folder that AWF's container can access.
 */
export function stageThreatDetection(call: CommandCall): ReturnType<Program> {
  const script = call.words.findIndex(
    ({ value }) => baseName(value) === "stage_threat_detection_arc_dind.sh",
  );
  if (script === -1) return undefined;
  const [mode, folder] = call.words.slice(script + 1);
  if (mode?.value !== "stage") return SUCCESS;
  const { files } = call.state;
  const source = files.find(folder ? pathOfWord(call, folder) : DETECTION_FOLDER).path;
  for (const path of files.pathsBelow(source)) {
    const { node } = files.findEntry(path);
    if (node.kind === "file") files.put(STAGED_FOLDER + path.slice(source.length), node);
  }
  return SUCCESS;
}
