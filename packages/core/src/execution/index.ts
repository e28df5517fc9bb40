export { isHosted } from "./container-image.js";
export { outputsOfNeededJobs } from "./job-outputs.js";
export { type JobPrograms, runJob } from "./job-run.js";
export { exportedUnknown, IMAGE, lacksLinux, SETUP } from "./runner.js";
export { runnerVariable } from "./runner-variables.js";
export { displayedPath, WORKSPACE } from "./runner-folders.js";
export { isSelfHosted } from "./step-environment.js";
export { runStepAlone } from "./step-run.js";
