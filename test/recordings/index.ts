export { codexCases, type CodexCase } from "./codex-cases.js";
export {
  recordedReleases,
  recordedRuns,
  type RecordedOutcome,
  type RecordedRun,
  type RecordingFile,
  type ReleaseRecording,
} from "./codex-outcomes.js";
export { codexReleases, type CodexReleases } from "./codex-releases.js";
