export { outputsOfNeededJobs } from "./job-outputs.js";
export { type JobPrograms, runJob } from "./job-run.js";
export { hasImageOfGitHub, isHosted, isSelfHosted, lacksLinux } from "./machine.js";
export { foldersIn } from "./file-commands.js";
export { exportedUnknown, IMAGE, SETUP } from "./runner.js";
export { runnerVariable } from "./runner-variables.js";
export { displayedPath, WORKSPACE } from "./runner-folders.js";
export { runStepAlone } from "./step-run.js";
