export { type CodexStart, readCodexStart } from "./codex-start.js";
export {
  type CommandLine,
  type CommandLineProblem,
  type Override,
  keysInsteadOfForgotten,
  modelArgument,
  readCommandLine,
} from "./command-line.js";
export {
  installPlaceOf,
  installsDependencies,
  mayInstallOtherCodex,
  readCodexDownload,
  readCodexInstall,
  readOtherInstall,
} from "./installation.js";
export { type CommandOption, mayHoldConfigOption, readOptions, splitSetting } from "./options.js";
export { type PackageCommand, readPackageCommand } from "./package-manager.js";
