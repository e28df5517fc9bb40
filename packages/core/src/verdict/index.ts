export { judgeRun } from "./judge-run.js";
export { type JudgedRun, judgeWorkflow } from "./judge-workflow.js";
export { MAX_RUNS, whyUntried } from "./run-limit.js";
export { makesAnotherRunWorse, makesAnyRunWorse } from "./worse-runs.js";
