import fc from "fast-check";
import { generatedWorkflow } from "./claims/arbitraries/workflows.js";
const s = fc.sample(generatedWorkflow, { numRuns: 300, seed: 1 });
console.log(s[Number(process.argv[2])]!.text);
