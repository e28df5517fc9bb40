export type { ControlFolder } from "./control-folder.js";
export { isInstalled, whySandboxIsImpossible } from "./prerequisites.js";
export {
  openSandbox,
  type CommandResult,
  type RequestHandler,
  type Sandbox,
  type SandboxOptions,
} from "./sandbox.js";
export { home, runnerTemp, toolCache, workspace } from "./template.js";
