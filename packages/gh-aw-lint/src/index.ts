export { defineConfig, type Config } from "./define-config.js";
export { run } from "./run.js";
export type { Output, Terminal } from "./terminal.js";
