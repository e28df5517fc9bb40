export { explain } from "./explain.js";
export { ruleName, rulePage } from "./page.js";
