export { codexReleases, type CodexReleases } from "./codex-releases.js";
