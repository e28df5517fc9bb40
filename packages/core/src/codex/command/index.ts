export { type CodexStart, readCodexInstall, readCodexStart } from "./codex-start.js";
export { type CommandLine, type CommandLineProblem, readCommandLine } from "./command-line.js";
export { type PackageCommand, readPackageCommand } from "./package-manager.js";
