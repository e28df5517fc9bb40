export {
  type CodexStart,
  installPlaceOf,
  installsDependencies,
  readCodexDownload,
  readCodexInstall,
  readCodexStart,
  readOtherInstall,
} from "./codex-start.js";
export {
  type CommandLine,
  type CommandLineProblem,
  type Override,
  keysInsteadOfForgotten,
  modelArgument,
  readCommandLine,
} from "./command-line.js";
export { type CommandOption, mayHoldConfigOption, readOptions, splitSetting } from "./options.js";
export { type PackageCommand, readPackageCommand } from "./package-manager.js";
