export { type JudgedRun, judgeWorkflow, MOST_RUNS, whyUntried } from "./judge-workflow.js";
export { makesAnotherRunWorse, makesAnyRunWorse } from "./worsened-run.js";
