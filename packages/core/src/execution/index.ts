export { isHosted } from "./container-image.js";
export { outputsOfNeededJobs } from "./job-outputs.js";
export { type JobPrograms, runJob } from "./job-run.js";
export { displayedPath, exportedUnknown, IMAGE, isOfRunner, lacksLinux, SETUP, WORKSPACE } from "./runner.js";
export { isSelfHosted } from "./step-environment.js";
export { runStepAlone } from "./step-run.js";
